package cellar.provisioning.launch.work;

import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.launch.state.Failure;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;

/**
 * Why launches fail, in words that say what to do.
 */
public final class Failures {

	private Failures() {
	}

	/**
	 * Returns why a launch fails whose cloud refused something.
	 * @param launch the launch
	 * @param ex what the cloud said
	 * @return the failure
	 */
	public static Failure of(Launch launch, CloudException ex) {
		return switch (ex.kind()) {
			case UNAUTHORIZED -> new Failure(FailureCode.CLOUD_CREDENTIALS,
					"Cloud '%s' does not accept our credentials for this (%s: %s); the operator must renew them or allow the action"
						.formatted(launch.cloud(), ex.code(), ex.getMessage()));
			case CAPACITY -> new Failure(FailureCode.CLOUD_CAPACITY,
					"Cloud '%s' has no capacity for this (%s: %s); try another instance type, a smaller count, or later"
						.formatted(launch.cloud(), ex.code(), ex.getMessage()));
			default -> new Failure(FailureCode.CLOUD_REFUSED,
					"Cloud '%s' refused (%s: %s)".formatted(launch.cloud(), ex.code(), ex.getMessage()));
		};
	}

	/**
	 * Returns why a launch fails that was in its state for too long.
	 * @param launch the launch
	 * @return the failure, with the last trouble if there was any
	 */
	public static Failure expired(Launch launch) {
		String trouble = launch.progress().lastTrouble();
		String last = (trouble != null) ? "; the last error was: " + trouble : "";
		return new Failure(FailureCode.TIMEOUT,
				"The launch was in state '%s' for too long%s".formatted(launch.state(), last));
	}

}
