package cellar.provisioning.launch;

import java.util.UUID;

/**
 * There is no such launch, or none that the caller may know of.
 */
class LaunchNotFoundException extends RuntimeException {

	LaunchNotFoundException(UUID id) {
		super("Launch '" + id + "' not found");
	}

}
