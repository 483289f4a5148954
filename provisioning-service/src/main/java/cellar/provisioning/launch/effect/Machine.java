package cellar.provisioning.launch.effect;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceState;

/**
 * A machine of a launch, as the cloud showed it last.
 *
 * @param instanceId its id
 * @param state its state
 * @param publicIp its public address, if it has one
 * @param privateIp its private address, if it has one
 * @param reason why it is in that state, if the cloud says so
 */
@Embeddable
public record Machine(String instanceId, @Convert(converter = InstanceStateConverter.class) InstanceState state,
		@Nullable String publicIp, @Nullable String privateIp, @Nullable String reason) {

	public static Machine of(Instance instance) {
		return new Machine(instance.id(), instance.state(), instance.publicIp(), instance.privateIp(),
				instance.reason());
	}

	public boolean isRunning() {
		return this.state == InstanceState.RUNNING;
	}

	public boolean isTerminated() {
		return this.state == InstanceState.TERMINATED;
	}

	public Machine terminated() {
		return new Machine(this.instanceId, InstanceState.TERMINATED, this.publicIp, this.privateIp, this.reason);
	}

	public @Nullable String address() {
		return (this.publicIp != null) ? this.publicIp : this.privateIp;
	}

}
