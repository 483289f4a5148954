package cellar.catalog.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which recorded changes a list shows.
 *
 * @param subject what kind of thing was changed
 * @param id which one
 * @param actor who did it
 * @param action what was done
 * @param from the earliest time
 * @param to the time before which it was
 */
record AuditFilter(@Nullable AuditSubject subject, @Nullable String id, @Nullable String actor, @Nullable String action,
		@Nullable Instant from, @Nullable Instant to) implements Specification<AuditRow> {

	@Override
	public Predicate toPredicate(Root<AuditRow> row, @Nullable CriteriaQuery<?> query, CriteriaBuilder builder) {
		List<Predicate> all = new ArrayList<>();
		if (this.subject != null) {
			all.add(builder.equal(row.get("subject"), this.subject));
		}
		if (this.id != null) {
			all.add(builder.equal(row.get("subjectId"), this.id));
		}
		if (this.actor != null) {
			all.add(builder.equal(row.get("actor"), this.actor));
		}
		if (this.action != null) {
			all.add(builder.equal(row.get("action"), this.action));
		}
		if (this.from != null) {
			all.add(builder.greaterThanOrEqualTo(row.get("happenedAt"), this.from));
		}
		if (this.to != null) {
			all.add(builder.lessThan(row.get("happenedAt"), this.to));
		}
		return builder.and(all.toArray(Predicate[]::new));
	}

}
