package cellar.provisioning.launch.state;

import java.util.UUID;

/**
 * Thrown when another worker has changed the launch since it was read.
 */
public class StaleLaunchException extends RuntimeException {

	StaleLaunchException(UUID id) {
		super("Launch '" + id + "' was moved on by another worker");
	}

}
