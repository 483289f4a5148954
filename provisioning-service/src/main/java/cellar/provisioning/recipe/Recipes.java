package cellar.provisioning.recipe;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cellar.common.problem.Violation;
import cellar.provisioning.parameter.Choices;
import cellar.provisioning.parameter.InvalidParametersException;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.Format;
import cellar.provisioning.userdata.UserData;

/**
 * All recipes.
 */
public class Recipes {

	private final Map<String, Recipe> byName = new LinkedHashMap<>();

	public Recipes() {
		for (Recipe recipe : List.of(new CoreosDockerStorage(), new Plain())) {
			this.byName.put(recipe.name(), recipe);
		}
	}

	/**
	 * Renders a recipe.
	 * @param name the recipe
	 * @param family what the machine runs
	 * @param format the format, or nothing for the usual one of the family
	 * @param parameters what the caller chose
	 * @return the user data
	 * @throws RecipeNotFoundException if there is no such recipe
	 * @throws InvalidParametersException if it cannot be rendered so
	 */
	public Rendering render(String name, Family family, @Nullable Format format, Map<String, ?> parameters) {
		Recipe recipe = get(name);
		Choices choices = Choices.of(recipe.parameters(), parameters);
		refuse(recipe.conflicts(family, choices));
		Format chosen = (format != null) ? format : family.formats().getFirst();
		if (!family.formats().contains(chosen)) {
			refuse(List
				.of(new Violation("format", "must be one of %s for family '%s'".formatted(family.formats(), family))));
		}
		return new Rendering(UserData.of(recipe.guest(family, choices), chosen), recipe.findings(family, choices));
	}

	/**
	 * Checks parameters before it is known what the machine runs.
	 * @param name the recipe
	 * @param parameters what the caller chose
	 * @throws RecipeNotFoundException if there is no such recipe
	 * @throws InvalidParametersException if no family could take the parameters
	 */
	public void check(String name, Map<String, ?> parameters) {
		Choices.of(get(name).parameters(), parameters);
	}

	Collection<Recipe> all() {
		return this.byName.values();
	}

	Recipe get(String name) {
		Recipe recipe = this.byName.get(name);
		if (recipe == null) {
			throw new RecipeNotFoundException(name, this.byName.keySet());
		}
		return recipe;
	}

	private static void refuse(List<Violation> violations) {
		if (!violations.isEmpty()) {
			throw new InvalidParametersException(violations);
		}
	}

}
