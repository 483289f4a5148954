package cellar.simulation.instance;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cellar.simulation.tag.Tagged;

/**
 * One machine. Its state follows from the clock, so that nothing has to happen for it to
 * go on, a restart of the simulation included.
 *
 * @param launchIndex its place among the machines of one launch, from 0
 * @param keyName the key pair, or null if it has none
 * @param groups names of security groups by their ids
 * @param userData as it came, in base64
 * @param terminationProtected whether {@code TerminateInstances} is refused
 * @param shutdownBehavior {@code stop} or {@code terminate}
 * @param launchedAt when it was asked for
 * @param runningAt until when it is pending
 * @param ending null until somebody terminates it
 * @param tags values by keys
 */
public record Instance(String id, int launchIndex, String imageId, String architecture, String instanceType,
		String zone, @Nullable String keyName, Map<String, String> groups, String privateIp, String publicIp,
		@Nullable String userData, boolean terminationProtected, String shutdownBehavior, Instant launchedAt,
		Instant runningAt, @Nullable Ending ending, Map<String, String> tags) implements Tagged {

	/**
	 * Returns how far the machine has come in its life.
	 * @param now the time
	 * @return the state
	 */
	public InstanceState stateAt(Instant now) {
		if (this.ending != null) {
			return (now.isBefore(this.ending.terminatedAt())) ? InstanceState.SHUTTING_DOWN : InstanceState.TERMINATED;
		}
		return (now.isBefore(this.runningAt)) ? InstanceState.PENDING : InstanceState.RUNNING;
	}

	/**
	 * Tells whether describing calls still show the machine, terminated or not.
	 * @param now the time
	 * @return whether they do
	 */
	public boolean isListedAt(Instant now) {
		return this.ending == null || now.isBefore(this.ending.hiddenAt());
	}

	Instance withTags(Map<String, String> changed) {
		return new Instance(this.id, this.launchIndex, this.imageId, this.architecture, this.instanceType, this.zone,
				this.keyName, this.groups, this.privateIp, this.publicIp, this.userData, this.terminationProtected,
				this.shutdownBehavior, this.launchedAt, this.runningAt, this.ending, changed);
	}

	/**
	 * Protects the machine against {@code TerminateInstances}, or no longer.
	 * @param changed whether it is protected
	 * @return the changed machine
	 */
	public Instance withProtection(boolean changed) {
		return new Instance(this.id, this.launchIndex, this.imageId, this.architecture, this.instanceType, this.zone,
				this.keyName, this.groups, this.privateIp, this.publicIp, this.userData, changed, this.shutdownBehavior,
				this.launchedAt, this.runningAt, this.ending, this.tags);
	}

	Instance withEnding(Ending begun) {
		return new Instance(this.id, this.launchIndex, this.imageId, this.architecture, this.instanceType, this.zone,
				this.keyName, this.groups, this.privateIp, this.publicIp, this.userData, this.terminationProtected,
				this.shutdownBehavior, this.launchedAt, this.runningAt, begun, this.tags);
	}

	// User data may tell secrets to the guest.
	@Override
	public String toString() {
		return "Instance[" + this.id + ", imageId=" + this.imageId + ", instanceType=" + this.instanceType + "]";
	}

	/**
	 * How a machine ends.
	 *
	 * @param requestedAt when it was asked for
	 * @param terminatedAt until when the machine is shutting down
	 * @param hiddenAt from when on it is no longer listed
	 */
	public record Ending(Instant requestedAt, Instant terminatedAt, Instant hiddenAt) {
	}

}
