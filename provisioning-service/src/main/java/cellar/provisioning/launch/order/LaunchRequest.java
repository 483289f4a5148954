package cellar.provisioning.launch.order;

import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import cellar.provisioning.userdata.Family;

/**
 * What a caller asks for, as it came. Nothing is known about it before it was read by the
 * rules.
 *
 * @param cloud where to launch
 * @param image id of the image in that cloud
 * @param recipe what the machines become, or nothing for the image as it is
 * @param parameters what the caller chose about the recipe
 * @param family what the image runs; guessed from the image's name where it is left out
 * @param instanceType size of the machines
 * @param count how many, all or none; one where it is left out
 * @param keyName name of a key pair that the cloud has
 * @param publicKey public key to import into the cloud for this launch
 * @param securityGroup name or id of a security group that the cloud has; one is made
 * where it is left out
 * @param sshFrom the network, as CIDR, that the security group made for this launch
 * admits to port 22; nobody where it is left out
 * @param tags tags of the machines
 */
public record LaunchRequest(@Nullable String cloud, @Nullable String image, @Nullable String recipe,
		SortedMap<String, @Nullable Object> parameters, @Nullable Family family, @Nullable String instanceType,
		Integer count, @Nullable String keyName, @Nullable String publicKey, @Nullable String securityGroup,
		@Nullable String sshFrom, SortedMap<String, @Nullable String> tags) {

	public LaunchRequest(@Nullable String cloud, @Nullable String image, @Nullable String recipe,
			@Nullable SortedMap<String, @Nullable Object> parameters, @Nullable Family family,
			@Nullable String instanceType, @Nullable Integer count, @Nullable String keyName,
			@Nullable String publicKey, @Nullable String securityGroup, @Nullable String sshFrom,
			@Nullable SortedMap<String, @Nullable String> tags) {
		this.cloud = cloud;
		this.image = image;
		this.recipe = recipe;
		this.parameters = (parameters != null) ? parameters : new TreeMap<>();
		this.family = family;
		this.instanceType = instanceType;
		this.count = (count != null) ? count : 1;
		this.keyName = keyName;
		this.publicKey = publicKey;
		this.securityGroup = securityGroup;
		this.sshFrom = sshFrom;
		this.tags = (tags != null) ? tags : new TreeMap<>();
	}

}
