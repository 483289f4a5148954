package cellar.provisioning.instance;

import java.util.List;

/**
 * What one request to run made.
 *
 * @param id its id
 * @param instances the machines
 */
public record Reservation(String id, List<Instance> instances) {

}
