package cellar.catalog.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publications that readers do not see any more. Each statement looks once more whether a
 * publication is one of these.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OldPublications {

	private static final String SETTLED = " state in ('ABANDONED', 'SUPERSEDED') and removed_at is null ";

	private final JdbcClient jdbc;

	OldPublications(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds those that nothing keeps.
	 * @param before when they were asked for, at the latest
	 * @param keep how many of those that went live count as new
	 * @param most how many are wanted
	 * @return their serials, oldest first
	 */
	List<Long> due(Instant before, int keep, int most) {
		return this.jdbc.sql("select serial from publication where" + SETTLED + """
				and removal_at is null and kept_by is null and created_at < :before and serial not in
				(select serial from publication where published_at is not null order by serial desc limit :keep)
				order by serial limit :most""")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.param("keep", keep)
			.param("most", most)
			.query((row, number) -> row.getLong(1))
			.list();
	}

	void mark(Collection<Long> serials, Instant removal) {
		this.jdbc.sql("update publication set removal_at = :removal where serial in (:serials) and" + SETTLED)
			.param("removal", removal.atOffset(ZoneOffset.UTC))
			.param("serials", serials)
			.update();
	}

	/**
	 * Keeps a publication for good.
	 * @param serial the publication
	 * @param actor who wants that
	 * @return whether its content was still there
	 */
	boolean keep(long serial, String actor) {
		return this.jdbc
			.sql("update publication set removal_at = null, kept_by = :actor where serial = :serial and" + SETTLED)
			.param("actor", actor)
			.param("serial", serial)
			.update() > 0;
	}

	Optional<State> find(long serial) {
		return this.jdbc.sql("select state, removal_at, removed_at from publication where serial = :serial")
			.param("serial", serial)
			.query(State.class)
			.optional();
	}

	/**
	 * Takes the content of marked publications out of the rows. What is in the store is
	 * still to be removed.
	 * @param now the time
	 * @return the serials
	 */
	List<Long> remove(Instant now) {
		List<Long> removed = this.jdbc
			.sql("update publication set removed_at = :now where" + SETTLED + "and removal_at <= :now returning serial")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, number) -> row.getLong(1))
			.list();
		if (!removed.isEmpty()) {
			this.jdbc.sql("delete from publication_snapshot where serial in (:serials)")
				.param("serials", removed)
				.update();
		}
		return removed;
	}

	/**
	 * Finds what is still to be removed from the store.
	 * @param most how many objects are wanted
	 * @return the objects of publications whose content is gone
	 */
	List<Leftover> leftovers(int most) {
		return this.jdbc.sql("""
				select serial, name from publication_document join publication using (serial)
				where removed_at is not null order by serial, name limit :most""")
			.param("most", most)
			.query((row, number) -> new Leftover(row.getLong(1), row.getString(2)))
			.list();
	}

	void forget(Leftover leftover) {
		this.jdbc.sql("delete from publication_document where serial = :serial and name = :name")
			.param("serial", leftover.serial())
			.param("name", leftover.name())
			.update();
	}

	/**
	 * What there is of a publication.
	 */
	record State(String state, @Nullable Instant removalAt, @Nullable Instant removedAt) {

	}

	/**
	 * A document that may still be in the store.
	 */
	record Leftover(long serial, String name) {

		/**
		 * Returns the copy that belongs to this publication alone.
		 * @return the key in the site bucket
		 */
		String key() {
			return "p/" + this.serial + "/" + this.name;
		}

	}

}
