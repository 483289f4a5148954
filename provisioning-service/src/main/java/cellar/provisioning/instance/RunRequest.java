package cellar.provisioning.instance;

import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

/**
 * What to run, completely: the same request sends the same parameters, byte for byte.
 *
 * @param image id of the image
 * @param instanceType size of the machines
 * @param count how many, all or none
 * @param keyName name of the key pair, if any
 * @param groupId id of the security group, if any
 * @param userData user data in base64, if any
 * @param tags tags of the machines
 */
public record RunRequest(String image, String instanceType, int count, @Nullable String keyName,
		@Nullable String groupId, @Nullable String userData, SortedMap<String, String> tags) {

}
