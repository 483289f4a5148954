package cellar.provisioning.launch.state;

import java.util.Base64;
import java.util.SortedMap;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.instance.RunRequest;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.userdata.Family;

/**
 * What a launch has prepared for its machines so far.
 */
@Embeddable
public class Preparation {

	private @Nullable String family;

	private byte @Nullable [] userData;

	private @Nullable String keyName;

	private @Nullable String groupId;

	/**
	 * Takes user data for the machines.
	 * @param family what the image runs that it is for
	 * @param rendered the user data
	 */
	public void useUserData(Family family, byte[] rendered) {
		this.family = family.toString();
		this.userData = rendered;
	}

	public void useKeyPair(String name) {
		this.keyName = name;
	}

	public void useGroup(String id) {
		this.groupId = id;
	}

	/**
	 * Returns what to send for machines that get all of this.
	 * @param order what was ordered
	 * @param tags tags of the machines
	 * @return the request
	 */
	public RunRequest request(LaunchOrder order, SortedMap<String, String> tags) {
		String encoded = (this.userData != null) ? Base64.getEncoder().encodeToString(this.userData) : null;
		return new RunRequest(order.image(), order.instanceType(), order.count(), this.keyName, this.groupId, encoded,
				tags);
	}

	public @Nullable String family() {
		return this.family;
	}

	public @Nullable String keyName() {
		return this.keyName;
	}

	public @Nullable String groupId() {
		return this.groupId;
	}

}
