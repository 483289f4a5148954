package cellar.catalog.description;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An {@link GivenDescription} whose gaps are filled.
 */
public record ImageDescription(String name, String os, String architecture, String version, String description,
		List<String> hypervisors, String virtualizationType, boolean singleKernel, String recipe, String contact,
		@Nullable String loginUser) {

	private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyy.MM.dd").withZone(ZoneOffset.UTC);

	/**
	 * Fills the gaps of what was given.
	 * @param given what was given
	 * @param name the name, which may have been chosen
	 * @param date when the image was made
	 * @return the whole description
	 */
	public static ImageDescription of(GivenDescription given, String name, Instant date) {
		String version = Objects.requireNonNullElseGet(given.version(), () -> VERSION.format(date));
		List<String> hypervisors = Objects.requireNonNullElse(given.hypervisors(), List.of("kvm"));
		return new ImageDescription(name, given.os(), given.architecture(), version,
				Objects.requireNonNullElseGet(given.description(), () -> given.os() + " " + version),
				hypervisors.stream().distinct().toList(), Objects.requireNonNullElse(given.virtualizationType(), "hvm"),
				Objects.requireNonNullElse(given.singleKernel(), false),
				Objects.requireNonNullElseGet(given.recipe(), () -> given.os() + "-based"),
				Objects.requireNonNullElse(given.contact(), ""), given.loginUser());
	}

	/**
	 * Returns the description as if all of it had been given.
	 * @return the description, to be changed
	 */
	public GivenDescription open() {
		return new GivenDescription(this.name, this.os, this.architecture, this.version, this.description,
				this.hypervisors, this.virtualizationType, this.singleKernel, this.recipe, this.contact,
				this.loginUser);
	}

}
