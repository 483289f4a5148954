package cellar.provisioning.cloud;

/**
 * Knows how to reach a cloud.
 */
@FunctionalInterface
public interface CloudConnector {

	/**
	 * Prepares to call a cloud; nothing is sent yet.
	 * @param settings the cloud's settings
	 * @return the cloud
	 */
	Cloud connect(CloudProperties.Settings settings);

}
