package cellar.catalog.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
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
 * @param publishedOnly whether only what the live publication holds
 */
public record ImageFilter(@Nullable String q, @Nullable String os, @Nullable String architecture,
		@Nullable ImageState state, boolean publishedOnly) implements Specification<Image> {

	private static final char ESCAPE = '\\';

	@Override
	public Predicate toPredicate(Root<Image> image, @Nullable CriteriaQuery<?> query, CriteriaBuilder builder) {
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
		if (this.publishedOnly && query != null) {
			Subquery<UUID> published = query.subquery(UUID.class);
			published.select(published.from(PublishedImage.class).get("imageId"));
			all.add(image.get("id").in(published));
		}
		return builder.and(all.toArray(Predicate[]::new));
	}

	private static String escape(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

}
