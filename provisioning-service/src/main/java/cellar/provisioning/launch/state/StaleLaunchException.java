package cellar.provisioning.launch.state;

import java.util.UUID;

/**
 * Somebody else has moved the launch on in the meantime.
 */
public class StaleLaunchException extends RuntimeException {

	StaleLaunchException(UUID id) {
		super("Launch '" + id + "' was moved on by another worker");
	}

}
