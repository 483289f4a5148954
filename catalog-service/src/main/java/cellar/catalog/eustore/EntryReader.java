package cellar.catalog.eustore;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.GivenDescription;
import cellar.catalog.description.ImageFormat;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;
import cellar.common.catalog.EustoreName;

/**
 * Reads one entry of an eustore catalog, and puts right what can be.
 */
public class EntryReader {

	private static final Map<String, Architecture> ALIASES = Map.of("amd64", Architecture.X86_64, "x86-64",
			Architecture.X86_64, "x64", Architecture.X86_64, "i486", Architecture.I386, "i586", Architecture.I386,
			"i686", Architecture.I386, "aarch64", Architecture.ARM64, "armv7l", Architecture.ARMHF);

	private static final Pattern STAMP = Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}");

	private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

	private static final Pattern UNSEEN = Pattern.compile("\\p{C}");

	private static final Pattern LINES = Pattern.compile("[\\t\\r\\n]");

	private static final int MAX_URL = 2000;

	private final Instant now;

	/**
	 * Creates a reader.
	 * @param now what to take for the date of images that tell none
	 */
	public EntryReader(Instant now) {
		this.now = now;
	}

	/**
	 * Reads an entry.
	 * @param entry any JSON
	 * @return what it says, with whatever was noticed
	 */
	public Reading read(JsonNode entry) {
		Findings findings = new Findings();
		if (!entry.isObject()) {
			findings.refuse("The entry is not an object");
			return new Reading(null, null, null, findings);
		}
		EntryFields fields = new EntryFields(entry, findings);
		String given = fields.text("name");
		String url = url(fields, findings);
		String version = version(fields, findings);
		Instant date = ReleaseDates.of(fields, version, url, this.now, findings);
		Map<String, String> facts = fields.facts();
		String name = name(given, facts, findings);
		GivenDescription content = description(name, version, fields, findings);
		String number = (given != null && EustoreName.isLike(given)) ? given : null;
		Origin origin = new Origin(number, url, facts);
		checkOrigin(origin, facts, findings);
		Release release = new Release(date, stamp(fields, date, findings), origin);
		return new Reading(given, content, release, findings);
	}

	private static @Nullable GivenDescription description(@Nullable String name, @Nullable String version,
			EntryFields fields, Findings findings) {
		String os = os(fields, findings);
		Architecture architecture = architecture(fields, findings);
		String text = text(fields, findings);
		List<String> hypervisors = hypervisors(fields, findings);
		boolean singleKernel = SingleKernel.read(fields.raw("single-kernel"), findings);
		String recipe = fields.text("recipe");
		String contact = fields.text("contact");
		String loginUser = fields.loginUser();
		String virtualizationType = virtualization(fields);
		return (os != null && architecture != null) ? new GivenDescription(name, os, architecture, version, text,
				hypervisors, virtualizationType, singleKernel, recipe, contact, loginUser) : null;
	}

	private static void checkOrigin(Origin origin, Map<String, String> facts, Findings findings) {
		if (origin.url() != null && UNSEEN.matcher(origin.url()).find()) {
			findings.refuse("'url' has characters that do not show");
		}
		facts.forEach((field, value) -> {
			if (UNSEEN.matcher(LINES.matcher(value).replaceAll("")).find()) {
				findings.refuse("'%s' has characters that do not show".formatted(field));
			}
		});
		if (!origin.isShortEnough()) {
			findings.refuse("It says more than can be kept; shorten " + String.join(", ", facts.keySet()));
		}
	}

	private static @Nullable String name(@Nullable String given, Map<String, String> facts, Findings findings) {
		if (given == null) {
			findings.repair("'name' was missing; one was made of os, architecture and date");
			return null;
		}
		if (EustoreName.isLike(given)) {
			findings.repair("'%s' is a number; a readable name was made, the number is kept".formatted(given));
			return null;
		}
		if (!given.matches(ImageFormat.NAME)) {
			findings.repair("'name' cannot be part of a URL; another was made of os, architecture and date");
			facts.put("name", (given.length() > MAX_URL) ? given.substring(0, MAX_URL) : given);
			return null;
		}
		return given;
	}

	private static @Nullable String url(EntryFields fields, Findings findings) {
		String url = fields.text("url");
		if (url == null) {
			findings.note("There was no 'url'");
		}
		else if (url.length() > MAX_URL) {
			findings.note("'url' is too long to keep");
			return null;
		}
		else if (ABSOLUTE.matcher(url).matches()) {
			findings.note("'url' is absolute; the image gets one of ours with its artifact");
		}
		return url;
	}

	private static @Nullable String version(EntryFields fields, Findings findings) {
		String version = fields.text("version");
		if (version == null) {
			findings.repair("'version' was missing; the date was taken");
		}
		return version;
	}

	private static @Nullable String text(EntryFields fields, Findings findings) {
		String description = fields.text("description");
		if (description == null) {
			findings.repair("'description' was missing; os and version were taken");
		}
		return description;
	}

	private static @Nullable String os(EntryFields fields, Findings findings) {
		String os = fields.text("os");
		if (os == null) {
			findings.refuse("'os' is missing");
			return null;
		}
		String lower = os.toLowerCase(Locale.ROOT);
		if (!lower.equals(os)) {
			findings.repair("'os' was written in lower case");
		}
		return lower;
	}

	private static @Nullable Architecture architecture(EntryFields fields, Findings findings) {
		String given = fields.text("architecture");
		if (given == null) {
			findings.refuse("'architecture' is missing");
			return null;
		}
		String lower = given.toLowerCase(Locale.ROOT);
		Architecture known = Architecture.labelled(lower).orElse(ALIASES.get(lower));
		if (known == null) {
			findings.refuse("'architecture' is '%s'; known are %s".formatted(given, List.of(Architecture.values())));
		}
		else if (!known.label().equals(given)) {
			findings.repair("'architecture' '%s' was read as '%s'".formatted(given, known));
		}
		return known;
	}

	private static @Nullable List<String> hypervisors(EntryFields fields, Findings findings) {
		JsonNode given = fields.raw("hypervisors-supported");
		if (given.isArray() && !given.isEmpty() && given.valueStream().allMatch(JsonNode::isString)) {
			return given.valueStream().map((name) -> name.stringValue().strip()).distinct().toList();
		}
		if (given.isString() && !given.stringValue().isBlank()) {
			findings.repair("'hypervisors-supported' was not an array");
			return Stream.of(given.stringValue().split("[,\\s]+")).filter((name) -> !name.isEmpty()).toList();
		}
		findings.repair("'hypervisors-supported' was missing or wrong; kvm was taken");
		return List.of("kvm");
	}

	private static String virtualization(EntryFields fields) {
		String type = fields.text("virtualization_type");
		// Nothing but paravirtual images existed before the field did.
		return (type != null) ? type : "paravirtual";
	}

	private static String stamp(EntryFields fields, Instant date, Findings findings) {
		String stamp = fields.text("stamp");
		if (stamp != null && STAMP.matcher(stamp).matches()) {
			return stamp;
		}
		findings.repair("'stamp' was missing or wrong; it was derived from the date");
		return Release.stampOf(date);
	}

	/**
	 * An entry as it was understood.
	 *
	 * @param givenName what it called itself
	 * @param content what it says of the image; none if it is no object or says too
	 * little
	 * @param release when the image was made; none if it is no object
	 * @param findings what was noticed
	 */
	public record Reading(@Nullable String givenName, @Nullable GivenDescription content, @Nullable Release release,
			Findings findings) {

	}

}
