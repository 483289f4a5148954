package cellar.catalog.collection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.lock.AdvisoryLocks;
import cellar.catalog.store.ObjectLister;

/**
 * All searches and what they found.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CollectionRecords {

	private static final int MAX_FAILURE = 1000;

	private static final String SEARCHES = """
			select id, dry_run, state, actor, created_at, finished_at, failure, named, young, due, due_bytes,
			(select count(*) from collection_object where collection_id = search.id and outcome = 'REMOVED') as removed,
			(select coalesce(sum(size), 0) from collection_object where collection_id = search.id and outcome = 'REMOVED')
				as removed_bytes, unknown, unknown_bytes
			from collection search\s""";

	private static final String FINDS = """
			select id, bucket, object_key, multipart_id, size, modified_at, outcome
			from collection_object where collection_id = :id and (:outcome = '' or outcome = :outcome)\s""";

	private static final RowMapper<CollectionDocument> DOCUMENT = new SimplePropertyRowMapper<>(
			CollectionDocument.class);

	private static final RowMapper<Found> FOUND = new SimplePropertyRowMapper<>(Found.class);

	private final JdbcClient jdbc;

	CollectionRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID id, boolean dryRun, boolean forced, String actor, Instant now) {
		this.jdbc.sql("""
				insert into collection (id, dry_run, forced, state, actor, created_at)
				values (?, ?, ?, 'RUNNING', ?, ?)""").params(id, dryRun, forced, actor, Timestamp.from(now)).update();
	}

	Optional<CollectionDocument> find(UUID id) {
		return this.jdbc.sql(SEARCHES + "where id = ?").param(id).query(DOCUMENT).optional();
	}

	boolean isForced(UUID id) {
		return this.jdbc.sql("select forced from collection where id = ?").param(id).query(Boolean.class).single();
	}

	boolean isAnyRunning() {
		return this.jdbc.sql("select exists (select 1 from collection where state = 'RUNNING' and not dry_run)")
			.query(Boolean.class)
			.single();
	}

	List<CollectionDocument> list(long offset, int size) {
		return this.jdbc.sql(SEARCHES + "order by created_at desc, id limit ? offset ?")
			.params(size, offset)
			.query(DOCUMENT)
			.list();
	}

	long count() {
		return this.jdbc.sql("select count(*) from collection").query(Long.class).single();
	}

	List<Found> finds(UUID id, Found.@Nullable Outcome outcome, long offset, int size) {
		return this.jdbc.sql(FINDS + "order by id limit :size offset :offset")
			.param("id", id)
			.param("outcome", (outcome != null) ? outcome.name() : "")
			.param("size", size)
			.param("offset", offset)
			.query(FOUND)
			.list();
	}

	long countFinds(UUID id, Found.@Nullable Outcome outcome) {
		return this.jdbc.sql("select count(*) from (" + FINDS + ") as finds")
			.param("id", id)
			.param("outcome", (outcome != null) ? outcome.name() : "")
			.query(Long.class)
			.single();
	}

	/**
	 * Lets no image get content until the transaction ends.
	 */
	void lock() {
		this.jdbc.sql("select 1 from (select pg_advisory_xact_lock(?)) as held")
			.param(AdvisoryLocks.COLLECTION)
			.query(Integer.class)
			.single();
	}

	void keep(UUID id, String bucket, Collection<ObjectLister.Entry> entries, Found.Outcome outcome) {
		for (ObjectLister.Entry entry : entries) {
			this.jdbc.sql("""
					insert into collection_object
					(collection_id, bucket, object_key, multipart_id, size, modified_at, outcome)
					values (?, ?, ?, ?, ?, ?, ?)""")
				.params(id, bucket, entry.key())
				.param(entry.multipartId())
				.params(entry.size(), Timestamp.from(entry.modifiedAt()), outcome.name())
				.update();
		}
	}

	void count(UUID id, Tally tally) {
		this.jdbc.sql("""
				update collection set named = ?, young = ?, due = ?, due_bytes = ?, unknown = ?, unknown_bytes = ?
				where id = ?""")
			.params(tally.named(), tally.young(), tally.due(), tally.dueBytes(), tally.unknown(), tally.unknownBytes(),
					id)
			.update();
	}

	void begin(UUID id) {
		this.jdbc.sql("delete from collection_object where collection_id = ? and outcome in ('DUE', 'UNKNOWN')")
			.param(id)
			.update();
	}

	void dropDue(UUID id) {
		this.jdbc.sql("delete from collection_object where collection_id = ? and outcome = 'DUE'").param(id).update();
	}

	void removed(long find) {
		this.jdbc.sql("update collection_object set outcome = 'REMOVED' where id = ?").param(find).update();
	}

	void failed(UUID id, String reason) {
		this.jdbc.sql("update collection set failure = ? where id = ?").params(shortened(reason), id).update();
	}

	void finish(UUID id, CollectionDocument.State state, @Nullable String reason, Instant now) {
		this.jdbc.sql("update collection set state = ?, failure = ?, finished_at = ? where id = ?")
			.param(state.name())
			.param((reason != null) ? shortened(reason) : null)
			.params(Timestamp.from(now), id)
			.update();
	}

	/**
	 * Forgets old searches.
	 * @param before when they came to their end
	 */
	void forget(Instant before) {
		this.jdbc.sql("delete from collection where finished_at < ?").param(Timestamp.from(before)).update();
	}

	private static String shortened(String text) {
		return text.substring(0, Math.min(text.length(), MAX_FAILURE));
	}

}
