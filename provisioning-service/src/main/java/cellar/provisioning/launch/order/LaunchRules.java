package cellar.provisioning.launch.order;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.common.problem.InvalidFieldException;
import cellar.provisioning.cloud.CloudNotFoundException;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.recipe.Recipes;

/**
 * Which requests are taken, as far as that can be told without asking the cloud: they are
 * in good form, their cloud is configured and their recipe takes their parameters.
 */
@Component
public class LaunchRules {

	private final Clouds clouds;

	private final Recipes recipes;

	LaunchRules(Clouds clouds, Recipes recipes) {
		this.clouds = clouds;
		this.recipes = recipes;
	}

	/**
	 * Reads a request.
	 * @param request what a caller asks for
	 * @return what the request orders
	 * @throws InvalidFieldException if fields of the request are missing or wrong
	 */
	public LaunchOrder read(LaunchRequest request) {
		Violations violations = new Violations();
		String cloud = cloud(request.cloud(), violations);
		LaunchOrder order = LaunchForm.read(request, cloud, violations);
		checkRecipe(order);
		return order;
	}

	private String cloud(@Nullable String name, Violations violations) {
		String must = "must be the name of a configured cloud";
		if (name == null) {
			violations.refuse("cloud", must);
			return "";
		}
		try {
			this.clouds.settings(name);
		}
		catch (CloudNotFoundException ex) {
			violations.refuse("cloud", must + ": " + ex.getMessage());
		}
		return name;
	}

	private void checkRecipe(LaunchOrder order) {
		if (order.recipe() == null) {
			return;
		}
		this.recipes.check(order.recipe(), order.parameters());
		if (order.family() != null) {
			this.recipes.render(order.recipe(), order.family(), null, order.parameters())
				.userData()
				.fit(this.clouds.userDataLimit(order.cloud()));
		}
	}

}
