package cellar.catalog.image;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An {@link ImageContent} whose gaps are filled.
 */
record CompleteContent(String name, String os, String architecture, String version, String description,
		List<String> hypervisors, String virtualizationType, boolean singleKernel, String recipe, String contact,
		@Nullable String loginUser) {

	private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("yyyy.MM.dd").withZone(ZoneOffset.UTC);

	static CompleteContent of(ImageContent given, String name, Instant date) {
		String version = Objects.requireNonNullElseGet(given.version(), () -> VERSION.format(date));
		List<String> hypervisors = Objects.requireNonNullElse(given.hypervisors(), List.of("kvm"));
		return new CompleteContent(name, given.os(), given.architecture(), version,
				Objects.requireNonNullElseGet(given.description(), () -> given.os() + " " + version),
				hypervisors.stream().distinct().toList(), Objects.requireNonNullElse(given.virtualizationType(), "hvm"),
				Objects.requireNonNullElse(given.singleKernel(), false),
				Objects.requireNonNullElseGet(given.recipe(), () -> given.os() + "-based"),
				Objects.requireNonNullElse(given.contact(), ""), given.loginUser());
	}

	ImageContent open() {
		return new ImageContent(this.name, this.os, this.architecture, this.version, this.description, this.hypervisors,
				this.virtualizationType, this.singleKernel, this.recipe, this.contact, this.loginUser);
	}

}
