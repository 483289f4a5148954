package cellar.provisioning.cloud;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A machine of a cloud.
 *
 * @param id its id
 * @param reservationId the reservation that it belongs to
 * @param state its state, as the cloud calls it
 * @param publicIp its public address, if it has one yet
 * @param privateIp its private address, if it has one yet
 * @param reason why it is in that state, if the cloud says so
 * @param tags its tags
 */
public record Instance(String id, String reservationId, String state, @Nullable String publicIp,
		@Nullable String privateIp, @Nullable String reason, Map<String, String> tags) {

	public boolean isRunning() {
		return this.state.equals("running");
	}

	public boolean isPending() {
		return this.state.equals("pending");
	}

	public boolean isOver() {
		return !isRunning() && !isPending();
	}

	public boolean isGone() {
		return this.state.equals("terminated") || this.state.equals("shutting-down");
	}

}
