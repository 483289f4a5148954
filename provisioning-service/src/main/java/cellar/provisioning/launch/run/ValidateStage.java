package cellar.provisioning.launch.run;

import java.util.Optional;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.instance.Image;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;
import cellar.provisioning.parameter.InvalidParametersException;
import cellar.provisioning.recipe.Recipes;
import cellar.provisioning.userdata.Family;
import cellar.provisioning.userdata.UserDataTooLargeException;

/**
 * Looks the image up and renders the user data.
 */
@Component
class ValidateStage implements Stage {

	private final Clouds clouds;

	private final Recipes recipes;

	ValidateStage(Clouds clouds, Recipes recipes) {
		this.clouds = clouds;
		this.recipes = recipes;
	}

	@Override
	public LaunchState state() {
		return LaunchState.REQUESTED;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		LaunchOrder order = launch.order();
		Optional<Image> image = this.clouds.get(launch.cloud()).image(order.image());
		if (image.isEmpty() || !image.get().state().equals("available")) {
			String state = image.map(Image::state).orElse("unknown to it");
			return new Outcome.Fail(FailureCode.IMAGE_NOT_AVAILABLE,
					"Cloud '%s' cannot launch '%s', which is %s".formatted(launch.cloud(), order.image(), state));
		}
		if (order.recipe() == null) {
			return new Outcome.Enter(LaunchState.VALIDATED, LaunchState.KEY_READY, "Image is available");
		}
		Optional<Family> family = Optional.ofNullable(order.family()).or(() -> Family.guess(image.get().title()));
		if (family.isEmpty()) {
			return new Outcome.Fail(FailureCode.FAMILY_UNKNOWN,
					"The name of image '%s' does not tell what it runs; set 'family' to one of 'ubuntu', 'flatcar', 'fcos'"
						.formatted(order.image()));
		}
		return render(launch, order, order.recipe(), family.get());
	}

	private Outcome render(Launch launch, LaunchOrder order, String recipe, Family family) {
		try {
			byte[] userData = this.recipes.render(recipe, family, null, order.parameters())
				.userData()
				.fit(this.clouds.userDataLimit(launch.cloud()));
			return new Outcome.Enter(LaunchState.VALIDATED, LaunchState.KEY_READY,
					"Image is available, '%s' rendered for '%s' with %d bytes".formatted(recipe, family,
							userData.length),
					(changed) -> changed.preparation().useUserData(family, userData));
		}
		catch (InvalidParametersException ex) {
			return new Outcome.Fail(FailureCode.INVALID_PARAMETERS, String.valueOf(ex.getMessage()));
		}
		catch (UserDataTooLargeException ex) {
			return new Outcome.Fail(FailureCode.USER_DATA_TOO_LARGE, String.valueOf(ex.getMessage()));
		}
	}

}
