package cellar.catalog.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;
import tools.jackson.databind.json.JsonMapper;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageDescription;

/**
 * Which images a list shows.
 *
 * @param q beginnings of words, all of which are in name, os, architecture, version,
 * description or notes
 * @param os exact
 * @param architecture exact
 * @param states one of them; empty means any
 * @param labels all of them
 */
public record ImageFilter(@Nullable String q, @Nullable String os, @Nullable String architecture,
		Set<ImageState> states, Map<String, String> labels) {

	private static final JsonMapper JSON = new JsonMapper();

	public ImageFilter {
		states = Set.copyOf(states);
		labels = Map.copyOf(labels);
	}

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
			all.add(function("search_matches", image.get("search"), this.q, builder));
		}
		if (this.os != null) {
			all.add(builder.equal(about.get("os"), this.os));
		}
		if (this.architecture != null) {
			all.add(Architecture.labelled(this.architecture)
				.map((known) -> builder.equal(about.get("architecture"), known))
				.orElseGet(builder::disjunction));
		}
		if (!this.states.isEmpty()) {
			all.add(image.get("state").in(this.states));
		}
		if (!this.labels.isEmpty()) {
			all.add(function("has_labels", about.get("labels"), JSON.writeValueAsString(this.labels), builder));
		}
		return builder.and(all.toArray(Predicate[]::new));
	}

	/** The argument is bound, so that each text does not make a statement of its own. */
	private static Predicate function(String name, Expression<?> column, String argument, CriteriaBuilder builder) {
		Expression<String> bound = ((HibernateCriteriaBuilder) builder).value(argument);
		return builder.isTrue(builder.function(name, Boolean.class, column, bound));
	}

}
