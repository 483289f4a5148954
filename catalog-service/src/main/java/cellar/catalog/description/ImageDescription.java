package cellar.catalog.description;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says of an image, without gaps. It travels whole from the row to every
 * document.
 *
 * @param name how the image is called, in readable words
 * @param os such as {@code debian}
 * @param architecture what it is made for
 * @param version one word, often a date
 * @param description one line
 * @param hypervisors what it runs on, at least one
 * @param virtualizationType {@code hvm} or {@code paravirtual}
 * @param singleKernel whether one kernel serves all hypervisors
 * @param recipe how it was made
 * @param contact whom to ask; may be empty
 * @param loginUser who logs in, if that is known
 * @param minSize the smallest instance type that it starts on, if that is known
 * @param notes what users ought to know, if anything
 * @param verifications what came of trying it
 * @param labels whatever publishers want to find images by
 */
@Embeddable
public record ImageDescription(String name, String os, @Enumerated(EnumType.STRING) Architecture architecture,
		String version, String description,
		@JdbcTypeCode(SqlTypes.ARRAY) @Column(columnDefinition = "varchar(16)[]") List<String> hypervisors,
		String virtualizationType, boolean singleKernel, String recipe, String contact, @Nullable String loginUser,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String minSize,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notes,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @JdbcTypeCode(SqlTypes.JSON) List<Verification> verifications,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @JdbcTypeCode(SqlTypes.JSON) Map<String, String> labels) {

	private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyy.MM.dd").withZone(ZoneOffset.UTC);

	@SuppressWarnings("NullAway") // Snapshots of earlier versions have neither.
	public ImageDescription {
		hypervisors = List.copyOf(hypervisors);
		verifications = (verifications != null) ? List.copyOf(verifications) : List.of();
		labels = (labels != null) ? Collections.unmodifiableMap(new TreeMap<>(labels)) : Map.of();
	}

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
				Objects.requireNonNullElse(given.contact(), ""), given.loginUser(), given.minSize(), given.notes(),
				Objects.requireNonNullElse(given.verifications(), List.of()),
				Objects.requireNonNullElse(given.labels(), Map.of()));
	}

	/**
	 * Returns the description as if all of it had been given.
	 * @return the description, to be changed
	 */
	public GivenDescription asGiven() {
		return new GivenDescription(this.name, this.os, this.architecture, this.version, this.description,
				this.hypervisors, this.virtualizationType, this.singleKernel, this.recipe, this.contact, this.loginUser,
				this.minSize, this.notes, this.verifications, this.labels);
	}

}
