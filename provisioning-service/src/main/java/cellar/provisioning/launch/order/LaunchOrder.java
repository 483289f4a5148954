package cellar.provisioning.launch.order;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import cellar.provisioning.userdata.Family;

/**
 * A request for a launch that the rules have let through.
 *
 * @param cloud name of the configured cloud to launch in
 * @param image id of the image in that cloud
 * @param recipe what the machines become, or nothing for the image as it is
 * @param parameters what the caller chose about the recipe
 * @param family what the image runs, or nothing to guess it from the image's name
 * @param instanceType size of the machines
 * @param count how many, all or none
 * @param keyName name of a key pair that the cloud has; not together with a public key
 * @param publicKey public key to import into the cloud for this launch
 * @param securityGroup name or id of a security group that the cloud has, or nothing to
 * make one for this launch
 * @param sshFrom the network, as CIDR, that the security group made for this launch
 * admits to port 22, or nothing to admit nobody
 * @param tags tags of the machines
 */
public record LaunchOrder(String cloud, String image, @Nullable String recipe,
		SortedMap<String, @Nullable Object> parameters, @Nullable Family family, String instanceType, int count,
		@Nullable String keyName, @Nullable String publicKey, @Nullable String securityGroup, @Nullable String sshFrom,
		SortedMap<String, String> tags) {

	public LaunchOrder {
		if (count < 1) {
			throw new IllegalArgumentException("'count' must be positive");
		}
		if (keyName != null && publicKey != null) {
			throw new IllegalArgumentException("'keyName' and 'publicKey' exclude each other");
		}
		if (securityGroup != null && sshFrom != null) {
			throw new IllegalArgumentException("'securityGroup' and 'sshFrom' exclude each other");
		}
		parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
		tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
	}

}
