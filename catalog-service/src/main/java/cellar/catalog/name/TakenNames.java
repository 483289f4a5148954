package cellar.catalog.name;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cellar.catalog.lock.AdvisoryLocks;

/**
 * The names that images have.
 */
@Component
class TakenNames {

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
		return this.jdbc.sql("select lower(name) from image where right(lower(name), length(:end)) = lower(:end)")
			.param("end", end)
			.query((row, number) -> row.getString(1))
			.set();
	}

	/**
	 * Returns the names that contain the given name or are contained in it. Clients that
	 * match by part of a name cannot tell them apart.
	 * @param name the name
	 * @param offeredOnly whether only images on offer count
	 * @return the names, without the given one
	 */
	List<String> overlapping(String name, boolean offeredOnly) {
		return this.jdbc.sql("""
				select name from image where lower(name) <> lower(:name)
				and (position(lower(name) in lower(:name)) > 0 or position(lower(:name) in lower(name)) > 0)
				and (state in ('ACTIVE', 'DEPRECATED') or not :offeredOnly) order by name""")
			.param("name", name)
			.param("offeredOnly", offeredOnly)
			.query((row, number) -> row.getString(1))
			.list();
	}

}
