package cellar.provisioning.launch;

import java.util.UUID;

/**
 * Somebody else has moved the launch on in the meantime.
 */
class StaleLaunchException extends RuntimeException {

	StaleLaunchException(UUID id) {
		super("Launch '" + id + "' was moved on by another worker");
	}

}
