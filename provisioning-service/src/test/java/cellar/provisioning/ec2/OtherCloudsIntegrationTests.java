package cellar.provisioning.ec2;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.cloud.CloudProperties;
import cellar.provisioning.instance.Instance;
import cellar.provisioning.instance.RunRequest;
import cellar.simulation.SimulatedCloud;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that clouds are understood which refuse parameters that Amazon's takes and list
 * their instance types in another way, below a path of their own.
 */
class OtherCloudsIntegrationTests {

	private static final String RSA_KEY = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC38ffgKAELeFP9VMbzYXsbZwj/mjsvWS6vHh8bsEwtxIJ3XBX7HOX9+Li"
			+ "syYjDjV0szJouTIU/fgFqLX0MlYTogx6fkq/1ODYd4SCi4RTHQaikQlDbaqjrx8uApnpYE5EbCFE0WXFGcL9I0aQK6Wu4b4"
			+ "ey5jYuwSIj36J5Q/5nGZbe6+3w5Owf0kw8LZd7KBYM1Z2FgsMydMhAX7mUHs5vgm02HQQ/lCZZR69ArYVwEqvmou0dqYkZ6"
			+ "kfG8jr5FBxgdvlNG307+4bVukmy9/5GUfqRTUEhM5jptbmEs3mnKZouTHiYbhNfSgqvD3dwQ7CbwNfzaWjRTtnCo39bfI0t"
			+ " test";

	@ParameterizedTest
	@EnumSource(value = CloudProfile.class, names = { "EUCALYPTUS_5", "GENERIC" })
	void connectWhenCloudIsNotAmazonsIsUnderstood(CloudProfile profile) {
		try (SimulatedCloud simulation = SimulatedCloud.builder()
			.profile(cellar.simulation.profile.CloudProfile.named(profile.toString()))
			.path("/services/compute")
			.start()) {
			Cloud cloud = new Ec2Connector().connect(new CloudProperties.Settings(profile, simulation.endpoint(),
					"local", simulation.accessKey(), simulation.secretKey(), 0, Duration.ofSeconds(10), 4));
			assertThatInstanceTypesAreFound(cloud);
			assertThatMachinesAreMadeAndFoundAgain(profile, cloud);
		}
	}

	@Test
	void connectWhenCloudIsOnThisMachinePassesNoProxy() {
		System.setProperty("http.proxyHost", "proxy.invalid");
		System.setProperty("http.nonProxyHosts", "");
		try (SimulatedCloud simulation = SimulatedCloud.builder().start()) {
			Cloud cloud = new Ec2Connector()
				.connect(new CloudProperties.Settings(CloudProfile.AWS, simulation.endpoint(), "local",
						simulation.accessKey(), simulation.secretKey(), 0, Duration.ofSeconds(10), 4));
			assertThat(cloud.instanceTypes()).isNotEmpty();
		}
		finally {
			System.clearProperty("http.nonProxyHosts");
			System.clearProperty("http.proxyHost");
		}
	}

	private static void assertThatInstanceTypesAreFound(Cloud cloud) {
		assertThat(cloud.instanceTypes()).isNotEmpty().allSatisfy((type) -> {
			assertThat(type.name()).isNotBlank();
			assertThat(type.cpus()).isPositive();
			assertThat(type.memory()).isPositive();
		});
	}

	private static void assertThatMachinesAreMadeAndFoundAgain(CloudProfile profile, Cloud cloud) {
		String group = cloud.createSecurityGroup("cellar-test", "Made for a test", Map.of("a", "b"));
		cloud.importKeyPair("cellar-test", RSA_KEY, Map.of("a", "b"));
		RunRequest request = new RunRequest("emi-c0de0001", "m1.small", 2, "cellar-test", group, "I2Nsb3VkLWNvbmZpZwo=",
				new TreeMap<>(Map.of("cellar:launch-id", "x")));
		String reservation = cloud.run(request, "x-1").id();
		assertThat(cloud.run(request, "x-1").id()).isEqualTo(reservation);
		List<String> ids = cloud.instancesByToken("x-1").stream().map(Instance::id).toList();
		assertThat(ids).hasSize(2);
		assertThat(cloud.instances(List.of())).isEmpty();
		if (!profile.tagsInstancesOnCreation()) {
			cloud.tagInstances(ids, request.tags());
		}
		assertThat(cloud.instances(ids))
			.allSatisfy((machine) -> assertThat(machine.tags()).containsEntry("cellar:launch-id", "x"));
		assertThat(cloud.instancesByTag("cellar:launch-id", "x")).hasSize(2);
		assertThat(cloud.hasKeyPair("other")).isFalse();
		assertThat(cloud.securityGroup("other")).isEmpty();
		assertThat(cloud.securityGroup("cellar-*")).isEmpty();
		assertThat(cloud.securityGroup("cellar-test")).hasValue(group);
		assertThat(cloud.image("emi-00000000")).isEmpty();
	}

}
