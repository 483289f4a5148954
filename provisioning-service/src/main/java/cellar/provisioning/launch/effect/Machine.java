package cellar.provisioning.launch.effect;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.cloud.Instance;

/**
 * A machine of a launch, as the cloud showed it last.
 *
 * @param instanceId its id
 * @param state its state, as the cloud calls it
 * @param publicIp its public address, if it has one
 * @param privateIp its private address, if it has one
 * @param reason why it is in that state, if the cloud says so
 */
@Embeddable
public record Machine(String instanceId, String state, @Nullable String publicIp, @Nullable String privateIp,
		@Nullable String reason) {

	public static Machine of(Instance instance) {
		return new Machine(instance.id(), instance.state(), instance.publicIp(), instance.privateIp(),
				instance.reason());
	}

	public boolean isRunning() {
		return this.state.equals("running");
	}

	public boolean isGone() {
		return this.state.equals("terminated");
	}

	public boolean isEnding() {
		return this.state.equals("shutting-down");
	}

	public Machine gone() {
		return new Machine(this.instanceId, "terminated", this.publicIp, this.privateIp, this.reason);
	}

	public boolean isOver() {
		return !isRunning() && !this.state.equals("pending");
	}

	public @Nullable String address() {
		return (this.publicIp != null) ? this.publicIp : this.privateIp;
	}

}
