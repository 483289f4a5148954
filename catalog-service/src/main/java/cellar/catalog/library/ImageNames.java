package cellar.catalog.library;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import cellar.catalog.description.Architecture;

/**
 * Chooses names where people gave none. The number that tells two of them apart stands
 * behind the os, as in <code>debian-2-x86_64-20120114</code>: at the end it would make
 * one name part of the other, and old clients match by part of a name.
 */
@Component
class ImageNames {

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);

	private static final int MAX_ATTEMPTS = 10_000;

	private final Images images;

	ImageNames(Images images) {
		this.images = images;
	}

	String choose(String os, Architecture architecture, Instant date) {
		this.images.lockNames();
		// The only sign that a kind of system may have and a name may not.
		String kind = os.replace('+', '_');
		String rest = "-" + architecture.label() + "-" + dayOf(date);
		Set<String> taken = this.images.findNamesEndingWith(rest);
		return Stream
			.concat(Stream.of(kind), IntStream.range(2, MAX_ATTEMPTS).mapToObj((number) -> kind + "-" + number))
			.map((first) -> first + rest)
			.filter((name) -> !taken.contains(name.toLowerCase(Locale.ROOT)))
			.filter(this::isFree)
			.findFirst()
			.orElseThrow(() -> new ImageConflictException(ImageConflictException.Reason.NAME_TAKEN,
					"All names for '%s%s' are taken; give the image a name".formatted(kind, rest)));
	}

	void claim(String name) {
		this.images.lockNames();
		if (this.images.findByAboutNameIgnoreCase(name).isPresent()) {
			throw new ImageConflictException(ImageConflictException.Reason.NAME_TAKEN,
					"Another image is named '" + name + "'; choose another name or leave it out");
		}
	}

	private boolean isFree(String name) {
		return this.images.findByAboutNameIgnoreCase(name).isEmpty()
				&& this.images.findOverlapping(name, false).isEmpty();
	}

	private static String dayOf(Instant date) {
		// Without the zone that the formatter would add.
		return DAY.format(date).substring(0, 8);
	}

}
