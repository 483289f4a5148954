package cellar.provisioning.instance;

/**
 * An image of a cloud.
 *
 * @param id its id
 * @param title all that it is called: name, description and location
 * @param state its state, as the cloud calls it
 */
public record Image(String id, String title, String state) {

}
