package cellar.provisioning.launch.state;

import java.util.UUID;

/**
 * There is no such launch, or none that the caller may know of.
 */
public class LaunchNotFoundException extends RuntimeException {

	public LaunchNotFoundException(UUID id) {
		super("Launch '" + id + "' not found");
	}

}
