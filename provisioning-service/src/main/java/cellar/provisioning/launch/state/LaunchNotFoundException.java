package cellar.provisioning.launch.state;

import java.util.UUID;

/**
 * Thrown when there is no such launch, or the caller may not know of it.
 */
public class LaunchNotFoundException extends RuntimeException {

	public LaunchNotFoundException(UUID id) {
		super("Launch '" + id + "' not found");
	}

}
