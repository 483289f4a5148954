package cellar.catalog.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageDescription;

/**
 * Which images a list shows.
 *
 * @param q part of name, description, os or version
 * @param os exact
 * @param architecture exact
 * @param state exact
 */
public record ImageFilter(@Nullable String q, @Nullable String os, @Nullable String architecture,
		@Nullable ImageState state) {

	private static final char ESCAPE = '\\';

	/**
	 * Returns what a row must be like.
	 * @param <T> the type of the rows
	 * @return the condition
	 */
	public <T extends ImageRow> Specification<T> condition() {
		return (image, query, builder) -> predicate(image, builder);
	}

	private Predicate predicate(Root<? extends ImageRow> image, CriteriaBuilder builder) {
		Path<ImageDescription> about = image.get("about");
		List<Predicate> all = new ArrayList<>();
		if (this.q != null && !this.q.isBlank()) {
			String pattern = "%" + escape(this.q.strip().toLowerCase(Locale.ROOT)) + "%";
			all.add(builder.or(List.of("name", "description", "os", "version")
				.stream()
				.map((field) -> builder.like(builder.lower(about.get(field)), pattern, ESCAPE))
				.toArray(Predicate[]::new)));
		}
		if (this.os != null) {
			all.add(builder.equal(about.get("os"), this.os));
		}
		if (this.architecture != null) {
			all.add(Architecture.labelled(this.architecture)
				.map((known) -> builder.equal(about.get("architecture"), known))
				.orElseGet(builder::disjunction));
		}
		if (this.state != null) {
			all.add(builder.equal(image.get("state"), this.state));
		}
		return builder.and(all.toArray(Predicate[]::new));
	}

	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

}
