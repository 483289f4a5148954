package cellar.catalog.name;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cellar.catalog.lock.AdvisoryLocks;

/**
 * The names that images have.
 */
@Component
class TakenNames {

	private static final String MANY_WORDS = "[^._-]+[._-]+[^._-].*";

	private final JdbcClient jdbc;

	TakenNames(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes those who choose names wait for each other until their transactions end.
	 */
	void lock() {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(?)) as held")
			.param(AdvisoryLocks.IMAGE_NAMES)
			.query(Integer.class)
			.single();
	}

	boolean contains(String name) {
		return this.jdbc.sql("select exists (select 1 from image where lower(name) = lower(?))")
			.param(name)
			.query(Boolean.class)
			.single();
	}

	Set<String> endingWith(String end) {
		// Without the second condition every name would be looked at.
		return this.jdbc.sql("""
				select lower(name) from image where right(lower(name), length(:end)) = lower(:end)
				and search_matches(search, :end)""").param("end", end).query((row, number) -> row.getString(1)).set();
	}

	/**
	 * Returns the names that contain the given name or are contained in it. Clients that
	 * match by part of a name cannot tell them apart.
	 * @param name the name
	 * @param offeredOnly whether only images on offer count
	 * @return the names, without the given one
	 */
	List<String> overlapping(String name, boolean offeredOnly) {
		return Stream.concat(partsOf(name, offeredOnly), containing(name, offeredOnly)).sorted().toList();
	}

	private Stream<String> partsOf(String name, boolean offeredOnly) {
		return names(
				"""
						select name from image where lower(name) <> lower(:name)
						and (state in ('ACTIVE', 'DEPRECATED') or not :offeredOnly)
						and lower(name) = any (array(select substr(lower(:name), start, size)
							from generate_series(1, length(:name)) start, generate_series(1, length(:name) - start + 1) size))""",
				name, offeredOnly);
	}

	private Stream<String> containing(String name, boolean offeredOnly) {
		// Only the first word may begin within a word of another name, so that the search
		// finds those behind it. A name of one word has to be looked for everywhere.
		return names("""
				select name from image where lower(name) <> lower(:name)
				and (state in ('ACTIVE', 'DEPRECATED') or not :offeredOnly)
				and position(lower(:name) in lower(name)) > 0
				"""
				+ (name.matches(MANY_WORDS) ? "and search_matches(search, regexp_replace(:name, '^[^._-]+', ''))" : ""),
				name, offeredOnly);
	}

	private Stream<String> names(String sql, String name, boolean offeredOnly) {
		return this.jdbc.sql(sql)
			.param("name", name)
			.param("offeredOnly", offeredOnly)
			.query((row, number) -> row.getString(1))
			.list()
			.stream();
	}

}
