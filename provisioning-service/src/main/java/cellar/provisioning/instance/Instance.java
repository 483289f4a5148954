package cellar.provisioning.instance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A machine of a cloud.
 *
 * @param id its id
 * @param reservationId the reservation that it belongs to
 * @param state its state
 * @param publicIp its public address, if it has one yet
 * @param privateIp its private address, if it has one yet
 * @param reason why it is in that state, if the cloud says so
 * @param tags its tags
 */
public record Instance(String id, String reservationId, InstanceState state, @Nullable String publicIp,
		@Nullable String privateIp, @Nullable String reason, Map<String, String> tags) {

}
