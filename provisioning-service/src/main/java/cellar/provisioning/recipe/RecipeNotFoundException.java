package cellar.provisioning.recipe;

import java.util.Collection;

/**
 * Thrown when there is no recipe with that name.
 */
public class RecipeNotFoundException extends RuntimeException {

	RecipeNotFoundException(String name, Collection<String> known) {
		super("Recipe '" + name + "' not found; the recipes are '" + String.join("', '", known) + "'");
	}

}
