package cellar.catalog.resumption;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.transfer.PartSize;
import cellar.catalog.upload.UploadProgress;

/**
 * What the database knows of uploads that go on, one transaction for each step. Only its
 * writer adds to an upload; whoever was silent for {@link #SILENCE} is none any more.
 */
@Component
@Transactional
class Sessions {

	static final Duration SILENCE = Duration.ofSeconds(30);

	private static final String COLUMNS = """
			select upload_id, size, part_size, position, next_part, expected_sha256, replaced_key, metadata, failure
			from resumable_upload\s""";

	private final UploadProgress progress;

	private final JdbcClient jdbc;

	private final Clock clock;

	Sessions(UploadProgress progress, JdbcClient jdbc, Clock clock) {
		this.progress = progress;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void open(UUID id, ImageDetails draft, String key, WantedUpload wanted) {
		this.progress.openResumable(id, draft, key, wanted.actor());
		ArtifactDetails replaced = draft.artifact();
		this.jdbc.sql("""
				insert into resumable_upload
				(upload_id, size, part_size, position, next_part, expected_sha256, replaced_key, metadata)
				values (?, ?, ?, 0, 1, ?, ?, ?)""")
			// An eighth more leaves numbers for writers that die.
			.params(id, wanted.size(), PartSize.of(wanted.size() + wanted.size() / 8))
			.param(wanted.expectedSha256())
			.param((replaced != null) ? replaced.key() : null)
			.param(wanted.metadata())
			.update();
	}

	@Transactional(readOnly = true)
	Optional<Session> find(UUID id) {
		return this.jdbc.sql(COLUMNS + "where upload_id = ?").param(id).query(Session.class).optional();
	}

	/**
	 * Makes somebody the writer of an upload.
	 * @param id the upload
	 * @param offset where they want to go on
	 * @param writer who wants to write
	 * @return the upload
	 * @throws UploadUnavailableException if it cannot go on there, or has another writer
	 */
	Session claim(UUID id, long offset, UUID writer) {
		touch(id);
		Session found = this.jdbc.sql(COLUMNS + "where upload_id = ? for update")
			.param(id)
			.query(Session.class)
			.single();
		if (found.position() != offset) {
			throw new UploadUnavailableException(UploadUnavailableException.Reason.WRONG_OFFSET,
					"The next byte to send is number %d, not %d".formatted(found.position(), offset));
		}
		// The part that a dead writer was sending may still arrive.
		int claimed = this.jdbc.sql("""
				update resumable_upload set writer = ?, writer_seen = ?,
				next_part = next_part + case when writer is null then 0 else 1 end
				where upload_id = ? and (writer is null or writer_seen < ?)""")
			.params(writer, now(), id, silentSince())
			.update();
		if (claimed == 0) {
			throw new UploadUnavailableException(UploadUnavailableException.Reason.LOCKED,
					"Somebody else is sending this file; try again when they have stopped for half a minute");
		}
		return find(id).orElseThrow();
	}

	// As if the writer had been silent for long.
	void takeOver(UUID id) {
		this.jdbc.sql("update resumable_upload set writer_seen = ? where upload_id = ?")
			.params(Timestamp.from(Instant.EPOCH), id)
			.update();
	}

	void beat(UUID id, UUID writer) {
		touch(id);
		note(id, writer, "writer_seen = ?", now());
	}

	void notePart(UUID id, UUID writer, MultipartStore.Part part, long position) {
		touch(id);
		note(id, writer, "writer_seen = ?, next_part = ?, position = ?", now(), part.number() + 1, position);
		this.jdbc.sql("insert into resumable_part (upload_id, number, tag) values (?, ?, ?)")
			.params(id, part.number(), part.tag())
			.update();
		this.jdbc.sql("delete from resumable_tail where upload_id = ?").param(id).update();
	}

	void noteTail(UUID id, UUID writer, byte[] tail, long position) {
		touch(id);
		note(id, writer, "writer_seen = ?, position = ?", now(), position);
		this.jdbc.sql("""
				insert into resumable_tail (upload_id, content) values (?, ?)
				on conflict (upload_id) do update set content = excluded.content""").params(id, tail).update();
	}

	private void note(UUID id, UUID writer, String what, Object... values) {
		int noted = this.jdbc.sql("update resumable_upload set " + what + " where upload_id = ? and writer = ?")
			.params(values)
			.params(id, writer)
			.update();
		if (noted == 0) {
			throw new UploadUnavailableException(UploadUnavailableException.Reason.LOCKED,
					"Somebody else has gone on with this file, since nothing came for half a minute");
		}
	}

	void release(UUID id, UUID writer, int nextPart) {
		this.jdbc.sql("update resumable_upload set writer = null, next_part = ? where upload_id = ? and writer = ?")
			.params(nextPart, id, writer)
			.update();
	}

	@Transactional(readOnly = true)
	List<MultipartStore.Part> parts(UUID id) {
		return this.jdbc.sql("select number, tag from resumable_part where upload_id = ? order by number")
			.param(id)
			.query((row, index) -> new MultipartStore.Part(row.getInt("number"), row.getString("tag")))
			.list();
	}

	@Transactional(readOnly = true)
	byte[] tail(UUID id) {
		return this.jdbc.sql("select content from resumable_tail where upload_id = ?")
			.param(id)
			.query(byte[].class)
			.optional()
			.orElseGet(() -> new byte[0]);
	}

	void settle(UUID id) {
		this.jdbc.sql("update resumable_upload set settled = true where upload_id = ?").param(id).update();
		this.jdbc.sql("delete from resumable_part where upload_id = ?").param(id).update();
		this.jdbc.sql("delete from resumable_tail where upload_id = ?").param(id).update();
	}

	/**
	 * Gives an upload up, unless an image has got the file meanwhile.
	 * @param id the upload
	 * @param reason why
	 * @return whether it was still running
	 */
	boolean fail(UUID id, String reason) {
		boolean running = this.progress.abandon(id);
		if (running) {
			this.jdbc.sql("update resumable_upload set failure = left(?, 1000) where upload_id = ?")
				.params(reason, id)
				.update();
			settle(id);
		}
		return running;
	}

	@Transactional(readOnly = true)
	List<UUID> unsettled() {
		return this.jdbc.sql("""
				select upload_id from resumable_upload
				where position = size and not settled and (writer is null or writer_seen < ?) limit 100""")
			.param(silentSince())
			.query((row, index) -> row.getObject("upload_id", UUID.class))
			.list();
	}

	// What is whole and can never be finished ends as if nobody went on with it.
	private void touch(UUID id) {
		if (find(id).filter(Session::isWhole).isPresent()) {
			this.progress.hold(id);
		}
		else {
			this.progress.touch(id);
		}
	}

	private Timestamp now() {
		return Timestamp.from(this.clock.instant());
	}

	private Timestamp silentSince() {
		return Timestamp.from(this.clock.instant().minus(SILENCE));
	}

}
