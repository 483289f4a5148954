package cellar.catalog.eustore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.GivenDescription;

/**
 * Reads what one entry says of its image.
 */
class DescriptionReader {

	private static final Map<String, Architecture> ALIASES = Map.of("amd64", Architecture.X86_64, "x86-64",
			Architecture.X86_64, "x64", Architecture.X86_64, "i486", Architecture.I386, "i586", Architecture.I386,
			"i686", Architecture.I386, "aarch64", Architecture.ARM64, "armv7l", Architecture.ARMHF);

	private final EntryFields fields;

	private final KnownFacts facts;

	private final Findings findings;

	DescriptionReader(EntryFields fields, KnownFacts facts, Findings findings) {
		this.fields = fields;
		this.facts = facts;
		this.findings = findings;
	}

	/**
	 * Reads the description.
	 * @param name the name to give the image, if it has a usable one
	 * @param version its version, if it has one
	 * @return the description, or null if too little is said to take the image
	 */
	@Nullable GivenDescription read(@Nullable String name, @Nullable String version) {
		String os = os();
		Architecture architecture = architecture();
		String description = description();
		List<String> hypervisors = hypervisors();
		String virtualizationType = virtualizationType();
		boolean singleKernel = SingleKernel.read(this.fields.raw("single-kernel"), this.findings);
		String recipe = this.fields.text("recipe");
		String contact = this.fields.text("contact");
		String loginUser = this.fields.loginUser();
		return (os != null && architecture != null) ? new GivenDescription(name, os, architecture, version, description,
				hypervisors, virtualizationType, singleKernel, recipe, contact, loginUser, this.facts.minSize(),
				this.facts.notes(), this.facts.verifications(), null) : null;
	}

	private @Nullable String os() {
		String os = this.fields.text("os");
		if (os == null) {
			this.findings.refuse("'os' is missing");
			return null;
		}
		String lower = os.toLowerCase(Locale.ROOT);
		if (!lower.equals(os)) {
			this.findings.repair("'os' was written in lower case");
		}
		return lower;
	}

	private @Nullable Architecture architecture() {
		String given = this.fields.text("architecture");
		if (given == null) {
			this.findings.refuse("'architecture' is missing");
			return null;
		}
		String lower = given.toLowerCase(Locale.ROOT);
		Architecture known = Architecture.labelled(lower).orElse(ALIASES.get(lower));
		if (known == null) {
			this.findings
				.refuse("'architecture' is '%s'; known are %s".formatted(given, List.of(Architecture.values())));
		}
		else if (!known.label().equals(given)) {
			this.findings.repair("'architecture' '%s' was read as '%s'".formatted(given, known));
		}
		return known;
	}

	private @Nullable String description() {
		String description = this.fields.text("description");
		if (description == null) {
			this.findings.repair("'description' was missing; os and version were taken");
		}
		return description;
	}

	private @Nullable List<String> hypervisors() {
		JsonNode given = this.fields.raw("hypervisors-supported");
		if (given.isArray() && !given.isEmpty() && given.valueStream().allMatch(JsonNode::isString)) {
			return given.valueStream().map((name) -> name.stringValue().strip()).distinct().toList();
		}
		if (given.isString() && !given.stringValue().isBlank()) {
			this.findings.repair("'hypervisors-supported' was not an array");
			return Stream.of(given.stringValue().split("[,\\s]+")).filter((name) -> !name.isEmpty()).toList();
		}
		this.findings.repair("'hypervisors-supported' was missing or wrong; kvm was taken");
		return List.of("kvm");
	}

	private String virtualizationType() {
		String type = this.fields.text("virtualization_type");
		// Nothing but paravirtual images existed before the field did.
		return (type != null) ? type : "paravirtual";
	}

}
