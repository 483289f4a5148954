package cellar.catalog.eustore;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import cellar.catalog.description.GivenDescription;
import cellar.catalog.description.ImageFormat;
import cellar.catalog.description.Origin;
import cellar.catalog.description.Release;
import cellar.catalog.description.Unseen;
import cellar.common.catalog.EustoreName;

/**
 * Reads one entry of an eustore catalog, and puts right what can be.
 */
public class EntryReader {

	private static final Pattern STAMP = Pattern.compile("[0-9a-f]{4}-[0-9a-f]{4}");

	private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

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
	public EntryReading read(JsonNode entry) {
		Findings findings = new Findings();
		if (!entry.isObject()) {
			findings.refuse("The entry is not an object");
			return new EntryReading.Unreadable(null, findings.reasons());
		}
		EntryFields fields = new EntryFields(entry, findings);
		String given = fields.text("name");
		String url = url(fields, findings);
		String version = version(fields, findings);
		Instant date = ReleaseDates.of(fields, version, url, this.now, findings);
		Map<String, String> facts = fields.facts();
		String name = name(given, facts, findings);
		GivenDescription content = new DescriptionReader(fields, new KnownFacts(facts), findings).read(name, version);
		String number = (given != null && EustoreName.isLike(given)) ? given : null;
		Origin origin = new Origin(number, url, facts);
		checkOrigin(origin, facts, findings);
		Release release = new Release(date, stamp(fields, date, findings), origin);
		if (content == null || findings.isRefused()) {
			return new EntryReading.Unreadable(given, findings.reasons());
		}
		PromisedFile file = PromisedFile.of(fields, findings);
		return new EntryReading.Readable(given, content, release, file, findings.isRepaired(), findings.reasons());
	}

	private static void checkOrigin(Origin origin, Map<String, String> facts, Findings findings) {
		if (origin.url() != null && Unseen.isIn(origin.url())) {
			findings.refuse("'url' has characters that do not show");
		}
		facts.forEach((field, value) -> {
			if (Unseen.isIn(LINES.matcher(value).replaceAll(""))) {
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
			findings.repair("'url' was absolute; the image gets a relative one with its artifact");
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

	private static String stamp(EntryFields fields, Instant date, Findings findings) {
		String stamp = fields.text("stamp");
		if (stamp != null && STAMP.matcher(stamp).matches()) {
			return stamp;
		}
		findings.repair("'stamp' was missing or wrong; it was derived from the date");
		return Release.stampOf(date);
	}

}
