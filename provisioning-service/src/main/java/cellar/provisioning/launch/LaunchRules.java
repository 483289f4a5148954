package cellar.provisioning.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.CloudNotFoundException;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.recipe.PublicKeys;
import cellar.provisioning.recipe.Recipes;

/**
 * What a caller may ask for, as far as that can be told without asking the cloud.
 */
@Component
class LaunchRules {

	private static final Pattern IMAGE_ID = Pattern.compile("(?:ami|emi)-[0-9A-Fa-f]{8,17}");

	private static final Pattern INSTANCE_TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

	private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e]{1,255}");

	private static final Pattern CIDR = Pattern
		.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|(?=/))){4}/(?:3[0-2]|[12]?\\d)");

	private static final int MOST_MACHINES = 20;

	private static final int MOST_TAGS = 40;

	private final Clouds clouds;

	private final Recipes recipes;

	LaunchRules(Clouds clouds, Recipes recipes) {
		this.clouds = clouds;
		this.recipes = recipes;
	}

	void check(LaunchRequest request) {
		List<InvalidLaunchException.Violation> violations = new ArrayList<>();
		checkCloud(request.cloud(), violations);
		if (request.image() == null || request.image().isBlank()) {
			refuse(violations, "image", "must be the id of an image of the cloud, such as 'emi-c0de0001'");
		}
		else if (!IMAGE_ID.matcher(request.image()).matches()) {
			refuse(violations, "image", "must be an id of the cloud such as 'emi-c0de0001' or 'ami-0123456789abcdef0'; "
					+ "names and channels of the catalog cannot be launched yet");
		}
		if (request.instanceType() == null || !INSTANCE_TYPE.matcher(request.instanceType()).matches()) {
			refuse(violations, "instanceType", "must be an instance type of the cloud, such as 'm1.small'");
		}
		if (request.machines() < 1 || request.machines() > MOST_MACHINES) {
			refuse(violations, "count", "must be 1 to " + MOST_MACHINES);
		}
		checkKey(request, violations);
		checkGroup(request, violations);
		checkTags(request.tags(), violations);
		if (request.recipe() == null && !request.parameters().isEmpty()) {
			refuse(violations, "parameters", "need a 'recipe'");
		}
		if (!violations.isEmpty()) {
			throw new InvalidLaunchException(violations);
		}
		checkRecipe(request);
	}

	private void checkCloud(@Nullable String cloud, List<InvalidLaunchException.Violation> violations) {
		if (cloud == null) {
			refuse(violations, "cloud", "must be the name of a configured cloud");
			return;
		}
		try {
			this.clouds.settings(cloud);
		}
		catch (CloudNotFoundException ex) {
			refuse(violations, "cloud", "must be the name of a configured cloud: " + ex.getMessage());
		}
	}

	private void checkRecipe(LaunchRequest request) {
		if (request.recipe() == null) {
			return;
		}
		this.recipes.check(request.recipe(), request.choices());
		if (request.family() != null) {
			this.recipes.render(request.recipe(), request.family(), null, request.choices())
				.userData()
				.fit(this.clouds.userDataLimit(request.cloud()));
		}
	}

	private static void checkKey(LaunchRequest request, List<InvalidLaunchException.Violation> violations) {
		if (request.keyName() != null && request.publicKey() != null) {
			refuse(violations, "publicKey", "cannot stand beside 'keyName'; give one of them");
		}
		if (request.keyName() != null && !NAME.matcher(request.keyName()).matches()) {
			refuse(violations, "keyName", "must be 1 to 255 printable ASCII characters");
		}
		String violation = (request.publicKey() != null) ? PublicKeys.violationOf(request.publicKey()) : null;
		if (violation != null) {
			refuse(violations, "publicKey", violation);
		}
	}

	private static void checkGroup(LaunchRequest request, List<InvalidLaunchException.Violation> violations) {
		if (request.securityGroup() != null && !NAME.matcher(request.securityGroup()).matches()) {
			refuse(violations, "securityGroup", "must be 1 to 255 printable ASCII characters");
		}
		if (request.sshFrom() != null && !CIDR.matcher(request.sshFrom()).matches()) {
			refuse(violations, "sshFrom", "must be an IPv4 network such as '192.0.2.0/24'");
		}
		if (request.sshFrom() != null && request.securityGroup() != null) {
			refuse(violations, "sshFrom", "cannot stand beside 'securityGroup', whose rules are left as they are");
		}
	}

	private static void checkTags(Map<String, String> tags, List<InvalidLaunchException.Violation> violations) {
		if (tags.size() > MOST_TAGS) {
			refuse(violations, "tags", "must be at most " + MOST_TAGS);
		}
		tags.forEach((key, value) -> {
			String field = "tags." + key;
			if (key.isBlank() || key.length() > 127 || hasControls(key)) {
				refuse(violations, field, "must have a name of 1 to 127 characters without control characters");
			}
			if (key.startsWith("cellar:") || key.startsWith("aws:") || key.startsWith("euca:")) {
				refuse(violations, field, "must not begin with 'cellar:', 'aws:' or 'euca:', which are reserved");
			}
			if (value == null || value.length() > 255 || hasControls(value)) {
				refuse(violations, field, "must be a text of at most 255 characters without control characters");
			}
		});
	}

	private static boolean hasControls(String text) {
		return text.codePoints().anyMatch(Character::isISOControl);
	}

	private static void refuse(List<InvalidLaunchException.Violation> violations, String field, String message) {
		violations.add(new InvalidLaunchException.Violation(field, message));
	}

}
