package cellar.provisioning.launch;

import cellar.provisioning.cloud.CloudException;

/**
 * Why launches fail, in words that say what to do.
 */
final class Failures {

	private Failures() {
	}

	static Outcome.Fail of(Launch launch, CloudException ex) {
		return switch (ex.kind()) {
			case UNAUTHORIZED -> new Outcome.Fail("cloud-credentials",
					"Cloud '%s' does not accept our credentials for this (%s: %s); the operator must renew them or allow the action"
						.formatted(launch.cloud, ex.code(), ex.getMessage()));
			case CAPACITY -> new Outcome.Fail("cloud-capacity",
					"Cloud '%s' has no room for this (%s: %s); try another instance type, a smaller count, or later"
						.formatted(launch.cloud, ex.code(), ex.getMessage()));
			default -> new Outcome.Fail("cloud-refused",
					"Cloud '%s' refused (%s: %s)".formatted(launch.cloud, ex.code(), ex.getMessage()));
		};
	}

	static Outcome.Fail expired(Launch launch) {
		String last = (launch.lastTrouble != null) ? "; the last trouble was: " + launch.lastTrouble : "";
		return new Outcome.Fail("timeout", "It took too long to get on from '%s'%s".formatted(launch.state, last));
	}

}
