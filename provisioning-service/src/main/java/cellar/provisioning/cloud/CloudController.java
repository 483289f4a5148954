package cellar.provisioning.cloud;

import java.net.URI;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.list.ListDocument;
import cellar.provisioning.instance.InstanceType;

/**
 * Shows the clouds and what they offer.
 */
@RestController
@RequestMapping("/api/v1/clouds")
class CloudController {

	private final Clouds clouds;

	CloudController(Clouds clouds) {
		this.clouds = clouds;
	}

	@GetMapping
	ListDocument<CloudDocument> list() {
		return ListDocument.whole(this.clouds.all()
			.entrySet()
			.stream()
			.map((entry) -> CloudDocument.of(entry.getKey(), entry.getValue()))
			.toList());
	}

	@GetMapping("/{cloud}/instance-types")
	ListDocument<InstanceType> instanceTypes(@PathVariable String cloud) {
		return ListDocument.whole(this.clouds.get(cloud)
			.instanceTypes()
			.stream()
			.sorted(Comparator.comparingInt(InstanceType::cpus)
				.thenComparingLong(InstanceType::memory)
				.thenComparing(InstanceType::name))
			.toList());
	}

	/**
	 * A cloud as callers see it.
	 *
	 * @param name its name
	 * @param profile what kind of cloud it is
	 * @param region its region
	 * @param ec2Endpoint where its EC2 interface answers, unless that follows from the
	 * region
	 * @param userDataLimit the most user data, in bytes before base64
	 * @param reachabilityPort the TCP port that tells that a machine is reachable, or 0
	 */
	record CloudDocument(String name, CloudProfile profile, String region, @Nullable URI ec2Endpoint, int userDataLimit,
			int reachabilityPort) {

		static CloudDocument of(String name, CloudProperties.Settings settings) {
			return new CloudDocument(name, settings.profile(), settings.region(), settings.ec2Endpoint(),
					settings.profile().userDataLimit(), settings.reachabilityPort());
		}

	}

}
