package cellar.simulation.image;

import java.util.Map;

import cellar.simulation.tag.Tagged;

/**
 * A machine image that can be launched.
 *
 * @param architecture as EC2 names it, {@code x86_64} for example
 * @param virtualizationType as EC2 names it, {@code hvm} for example
 * @param tags values by keys
 */
public record Image(String id, String name, String description, String architecture, String virtualizationType,
		Map<String, String> tags) implements Tagged {

	static Image x86(String id, String name, String description) {
		return new Image(id, name, description, "x86_64", "hvm", Map.of());
	}

	Image withTags(Map<String, String> changed) {
		return new Image(this.id, this.name, this.description, this.architecture, this.virtualizationType, changed);
	}

}
