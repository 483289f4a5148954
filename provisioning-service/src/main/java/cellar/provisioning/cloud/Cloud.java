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
 * What is asked of a cloud. Every method is one request, throws {@link CloudException}
 * and repeats nothing by itself.
 */
public interface Cloud {

	Optional<Image> image(String id);

	List<InstanceType> instanceTypes();

	boolean hasKeyPair(String name);

	void importKeyPair(String name, String publicKey, Map<String, String> tags);

	void deleteKeyPair(String name);

	/**
	 * Looks a security group up.
	 * @param nameOrId its name or its id
	 * @return its id
	 */
	Optional<String> securityGroup(String nameOrId);

	/**
	 * Makes a security group that admits nobody.
	 * @param name its name
	 * @param description what it is for
	 * @param tags its tags
	 * @return its id
	 */
	String createSecurityGroup(String name, String description, Map<String, String> tags);

	void authorizeIngress(String groupId, int port, String cidr);

	void deleteSecurityGroup(String groupId);

	/**
	 * Runs instances. The same token makes the same instances, however often it is sent.
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

	List<Instance> instancesByToken(String clientToken);

	List<Instance> instancesByTag(String key, String value);

	/**
	 * Looks instances up by id.
	 * @param ids the ids
	 * @return those that the cloud shows, which may not be all of them at first
	 */
	List<Instance> instances(Collection<String> ids);

}
