package cellar.catalog.name;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.description.Architecture;

/**
 * Gives names to images, and chooses them where people gave none. The number that tells
 * two of them apart stands behind the os, as in {@code debian-2-x86_64-20120114}: at the
 * end it would make one name part of the other, and old clients match by part of a name.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImageNames {

	private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);

	private static final int MAX_ATTEMPTS = 10_000;

	private final TakenNames taken;

	ImageNames(TakenNames taken) {
		this.taken = taken;
	}

	/**
	 * Chooses a name. Nobody else gets it until the transaction ends.
	 * @param os the kind of operating system
	 * @param architecture what the image is made for
	 * @param date when it was made
	 * @return a name that is neither taken nor part of another
	 */
	public String choose(String os, Architecture architecture, Instant date) {
		this.taken.lock();
		// The only sign that a kind of system may have and a name may not.
		String kind = os.replace('+', '_');
		String rest = "-" + architecture.label() + "-" + dayOf(date);
		Set<String> alike = this.taken.endingWith(rest);
		return Stream
			.concat(Stream.of(kind), IntStream.range(2, MAX_ATTEMPTS).mapToObj((number) -> kind + "-" + number))
			.map((first) -> first + rest)
			.filter((name) -> !alike.contains(name.toLowerCase(Locale.ROOT)))
			.filter(this::isFree)
			.findFirst()
			.orElseThrow(() -> new NameConflictException(NameConflictException.Reason.TAKEN,
					"All names for '%s%s' are taken; give the image a name".formatted(kind, rest)));
	}

	/**
	 * Claims a name. Nobody else gets it until the transaction ends.
	 * @param name the name
	 * @throws NameConflictException if an image has it, in whatever case
	 */
	public void claim(String name) {
		this.taken.lock();
		if (this.taken.contains(name)) {
			throw new NameConflictException(NameConflictException.Reason.TAKEN,
					"Another image is named '" + name + "'; choose another name or leave it out");
		}
	}

	/**
	 * Checks that old clients can tell a name from those on offer, and lets none be added
	 * to these until the transaction ends.
	 * @param name the name of an image that is to be offered
	 * @throws NameConflictException if they cannot
	 */
	public void checkOffer(String name) {
		this.taken.lock();
		List<String> overlapping = this.taken.overlapping(name, true);
		if (!overlapping.isEmpty()) {
			throw new NameConflictException(NameConflictException.Reason.OVERLAPS,
					"Old clients match by part of a name and could not tell '%s' from %s; rename the image"
						.formatted(name, overlapping));
		}
	}

	private boolean isFree(String name) {
		return !this.taken.contains(name) && this.taken.overlapping(name, false).isEmpty();
	}

	private static String dayOf(Instant date) {
		// Without the zone that the formatter would add.
		return DAY.format(date).substring(0, 8);
	}

}
