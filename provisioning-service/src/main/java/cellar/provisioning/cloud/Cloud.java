package cellar.provisioning.cloud;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import cellar.provisioning.instance.Image;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.InstanceType;
import cellar.provisioning.instance.Reservation;
import cellar.provisioning.instance.RunRequest;

/**
 * What is asked of a cloud. No method repeats anything by itself. Each throws
 * {@link CloudException} when the cloud refuses or does not answer; after an
 * {@link CloudException.Kind#UNCERTAIN} one, what was asked for may have happened.
 */
public interface Cloud {

	/**
	 * Looks an image up.
	 * @param id its id
	 * @return the image, or nothing where the cloud has none with this id
	 */
	Optional<Image> image(String id);

	/**
	 * Lists the sizes that machines may have.
	 * @return the sizes, with memory and disk in bytes
	 */
	List<InstanceType> instanceTypes();

	/**
	 * Whether the cloud shows a key pair. It may not show one that is new.
	 * @param name its name
	 * @return whether it does
	 */
	boolean hasKeyPair(String name);

	/**
	 * Makes a key pair of a public key. If the name is taken, by whatever key, that is a
	 * {@link CloudException.Kind#DUPLICATE}.
	 * @param name its name
	 * @param publicKey the key, as OpenSSH writes it
	 * @param tags its tags, which clouds that cannot tag key pairs do without
	 */
	void importKeyPair(String name, String publicKey, Map<String, String> tags);

	/**
	 * Deletes a key pair. Deleting one that is missing succeeds, too.
	 * @param name its name
	 */
	void deleteKeyPair(String name);

	/**
	 * Looks a security group up.
	 * @param nameOrId its name or its id
	 * @return its id, or nothing where the cloud shows none
	 */
	Optional<String> securityGroup(String nameOrId);

	/**
	 * Makes a security group that admits nobody. If the name is taken, that is a
	 * {@link CloudException.Kind#DUPLICATE}.
	 * @param name its name
	 * @param description what it is for
	 * @param tags its tags
	 * @return its id
	 */
	String createSecurityGroup(String name, String description, Map<String, String> tags);

	/**
	 * Admits TCP connections to one port. If the group admits them already, that is a
	 * {@link CloudException.Kind#DUPLICATE}, and a group that is new may be
	 * {@link CloudException.Kind#NOT_FOUND} at first.
	 * @param groupId id of the security group
	 * @param port the port
	 * @param cidr the addresses that connections may come from, in CIDR notation
	 */
	void authorizeIngress(String groupId, int port, String cidr);

	/**
	 * Deletes a security group. One that is missing is a
	 * {@link CloudException.Kind#NOT_FOUND}, and one that machines still hold on to is
	 * {@link CloudException.Kind#IN_USE}.
	 * @param groupId its id
	 */
	void deleteSecurityGroup(String groupId);

	/**
	 * Runs instances. The same token makes the same instances, however often it is sent.
	 * With other parameters it is a {@link CloudException.Kind#TOKEN_MISMATCH}, and once
	 * its instances are gone it is a {@link CloudException.Kind#TOKEN_SPENT}.
	 * @param request what to run
	 * @param clientToken the token
	 * @return what the cloud accepted
	 */
	Reservation run(RunRequest request, String clientToken);

	/**
	 * Tags instances, which may be repeated.
	 * @param ids their ids
	 * @param tags their tags
	 */
	void tagInstances(Collection<String> ids, Map<String, String> tags);

	/**
	 * Looks instances up by the token that they were run with.
	 * @param clientToken the token
	 * @return those that the cloud shows, which may not be all of them at first
	 */
	List<Instance> instancesByToken(String clientToken);

	/**
	 * Looks instances up by a tag.
	 * @param key key of the tag
	 * @param value its value
	 * @return those that the cloud shows, which may not be all of them at first
	 */
	List<Instance> instancesByTag(String key, String value);

	/**
	 * Looks instances up by id.
	 * @param ids the ids
	 * @return those that the cloud shows, which may not be all of them at first
	 */
	List<Instance> instances(Collection<String> ids);

}
