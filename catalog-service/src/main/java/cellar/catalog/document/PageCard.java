package cellar.catalog.document;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cellar.catalog.description.ImageDescription;
import cellar.catalog.description.Verification;
import cellar.catalog.library.Life;
import cellar.catalog.snapshot.SnapshotImage;

/**
 * What the page shows of one image, by the names that its template knows. Absent values
 * have no key.
 */
final class PageCard {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

	private PageCard() {
	}

	static Map<String, Object> of(SnapshotImage image, Set<String> names) {
		ImageDescription about = image.about();
		Map<String, Object> card = new HashMap<>();
		card.put("name", about.name());
		card.put("number", image.eustoreName());
		card.put("os", about.os());
		card.put("architecture", about.architecture().label());
		card.put("version", about.version());
		card.put("day", DAY.format(image.releasedAt()));
		card.put("description", about.description());
		card.put("hypervisors", String.join(", ", about.hypervisors()));
		card.put("amount", ByteCount.of(image.size()));
		card.put("sha256", image.sha256());
		card.put("contact", about.contact());
		card.put("url", image.url());
		card.put("file", image.url().substring(image.url().lastIndexOf('/') + 1));
		card.put("trials", about.verifications().stream().map(PageCard::trial).toList());
		card.put("labels", about.labels().entrySet().stream().map(PageCard::label).toList());
		putIfGiven(card, "login", about.loginUser());
		putIfGiven(card, "minSize", about.minSize());
		putIfGiven(card, "notes", about.notes());
		putState(card, image, names);
		return card;
	}

	private static void putState(Map<String, Object> card, SnapshotImage image, Set<String> names) {
		Life life = image.life();
		card.put("state", image.state().toLowerCase(Locale.ROOT));
		putIfGiven(card, "since", (life.deprecatedAt() != null) ? DAY.format(life.deprecatedAt()) : null);
		putIfGiven(card, "successor", life.successor());
		card.put("successorIsHere", life.successor() != null && names.contains(life.successor()));
	}

	private static String trial(Verification verification) {
		String with = (verification.against() != null) ? " with " + verification.against() : "";
		String on = (verification.at() != null) ? " on " + verification.at() : "";
		return verification.result().label() + with + on;
	}

	private static String label(Map.Entry<String, String> label) {
		return label.getValue().isEmpty() ? label.getKey() : label.getKey() + ": " + label.getValue();
	}

	private static void putIfGiven(Map<String, Object> card, String name, @Nullable String value) {
		if (value != null) {
			card.put(name, value);
		}
	}

}
