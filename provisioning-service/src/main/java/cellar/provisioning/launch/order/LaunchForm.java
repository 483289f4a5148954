package cellar.provisioning.launch.order;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import cellar.common.problem.InvalidFieldException;
import cellar.provisioning.parameter.PublicKeys;
import cellar.provisioning.parameter.VisibleText;

/**
 * What each field of a request must look like, and which fields go together. That can be
 * told from the request alone.
 */
final class LaunchForm {

	private static final Pattern IMAGE_ID = Pattern.compile("(?:ami|emi)-[0-9A-Fa-f]{8,17}");

	private static final Pattern INSTANCE_TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

	private static final Pattern NAME = Pattern.compile("[\\x20-\\x7e]{1,255}");

	private static final Pattern CIDR = Pattern
		.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.|(?=/))){4}/(?:3[0-2]|[12]?\\d)");

	private static final int MAX_MACHINES = 20;

	private static final int MAX_TAGS = 40;

	private final LaunchRequest request;

	private final Violations violations;

	private LaunchForm(LaunchRequest request, Violations violations) {
		this.request = request;
		this.violations = violations;
	}

	/**
	 * Reads a request.
	 * @param request the request
	 * @param cloud the cloud that it names
	 * @param violations what is known to be wrong with it
	 * @return what it orders
	 * @throws InvalidFieldException if anything is wrong with it
	 */
	static LaunchOrder read(LaunchRequest request, String cloud, Violations violations) {
		LaunchForm form = new LaunchForm(request, violations);
		String image = form.image(request.image());
		String instanceType = violations.required("instanceType", request.instanceType(), INSTANCE_TYPE,
				"must be an instance type of the cloud, such as 'm1.small'");
		violations.require(request.count() >= 1 && request.count() <= MAX_MACHINES, "count",
				"must be 1 to " + MAX_MACHINES);
		form.checkKey();
		form.checkGroup();
		SortedMap<String, String> tags = form.tags(request.tags());
		violations.require(request.recipe() != null || request.parameters().isEmpty(), "parameters",
				"require a 'recipe'");
		violations.throwIfAny();
		return new LaunchOrder(cloud, image, request.recipe(), request.parameters(), request.family(), instanceType,
				request.count(), request.keyName(), request.publicKey(), request.securityGroup(), request.sshFrom(),
				tags);
	}

	private String image(@Nullable String image) {
		if (image == null || image.isBlank()) {
			this.violations.refuse("image", "must be the id of an image of the cloud, such as 'emi-c0de0001'");
			return "";
		}
		return this.violations.required("image", image, IMAGE_ID,
				"must be an id of the cloud such as 'emi-c0de0001' or 'ami-0123456789abcdef0'; "
						+ "names and channels of the catalog cannot be launched yet");
	}

	private void checkKey() {
		String publicKey = this.request.publicKey();
		this.violations.require(this.request.keyName() == null || publicKey == null, "publicKey",
				"cannot be combined with 'keyName'; give one of them");
		this.violations.optional("keyName", this.request.keyName(), NAME,
				"must be 1 to 255 printable ASCII characters");
		String violation = (publicKey != null) ? PublicKeys.violationOf(publicKey) : null;
		if (violation != null) {
			this.violations.refuse("publicKey", violation);
		}
	}

	private void checkGroup() {
		this.violations.optional("securityGroup", this.request.securityGroup(), NAME,
				"must be 1 to 255 printable ASCII characters");
		this.violations.optional("sshFrom", this.request.sshFrom(), CIDR,
				"must be an IPv4 network such as '192.0.2.0/24'");
		this.violations.require(this.request.sshFrom() == null || this.request.securityGroup() == null, "sshFrom",
				"cannot be combined with 'securityGroup', whose rules are not changed");
	}

	private SortedMap<String, String> tags(Map<String, @Nullable String> tags) {
		SortedMap<String, String> read = new TreeMap<>();
		this.violations.require(tags.size() <= MAX_TAGS, "tags", "must be at most " + MAX_TAGS);
		tags.forEach((key, value) -> {
			String field = "tags." + key;
			this.violations.require(!key.isBlank() && key.length() <= 127 && VisibleText.matches(key), field,
					"must have a name of 1 to 127 characters without control characters or invisible ones");
			this.violations.require(!key.startsWith("cellar:") && !key.startsWith("aws:") && !key.startsWith("euca:"),
					field, "must not begin with 'cellar:', 'aws:' or 'euca:', which are reserved");
			this.violations.require(value != null && value.length() <= 255 && VisibleText.matches(value), field,
					"must be text of at most 255 characters without control characters or invisible ones");
			if (value != null) {
				read.put(key, value);
			}
		});
		return read;
	}

}
