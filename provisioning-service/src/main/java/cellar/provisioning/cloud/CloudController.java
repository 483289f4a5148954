package cellar.provisioning.cloud;

import java.net.URI;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

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
		return ListDocument.of(this.clouds.all()
			.entrySet()
			.stream()
			.map((entry) -> CloudDocument.of(entry.getKey(), entry.getValue()))
			.toList());
	}

	@GetMapping("/{cloud}/instance-types")
	ListDocument<InstanceType> instanceTypes(@PathVariable String cloud) {
		return ListDocument.of(this.clouds.get(cloud)
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

	/**
	 * All of something on one page.
	 *
	 * @param <T> what is listed
	 * @param items the things
	 * @param page always 0
	 * @param size how many there are
	 * @param total how many there are
	 */
	record ListDocument<T>(List<T> items, int page, int size, int total) {

		static <T> ListDocument<T> of(List<T> items) {
			return new ListDocument<>(items, 0, items.size(), items.size());
		}

	}

}
