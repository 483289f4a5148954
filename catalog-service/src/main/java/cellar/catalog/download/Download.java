package cellar.catalog.download;

import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import cellar.catalog.artifact.ExpectedContent;
import cellar.catalog.entity.AssignedEntity;

/**
 * A file on its way here, or what became of it.
 */
@Entity
class Download extends AssignedEntity<Download.Key> {

	private static final int MAX_REASON = 1000;

	@EmbeddedId
	private Key id;

	private UUID imageId;

	@Enumerated(EnumType.STRING)
	private DownloadState state;

	private @Nullable String url;

	private @Nullable Long expectedSize;

	private @Nullable String expectedSha256;

	private @Nullable String expectedMd5;

	private @Nullable String expectedNumber;

	private String actor;

	private @Nullable Integer lane;

	private long bytes;

	private @Nullable Long totalBytes;

	private int attempts;

	private Instant dueAt;

	private @Nullable String reason;

	private @Nullable Instant settledAt;

	private @Nullable UUID uploadId;

	private @Nullable String validator;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Download() {
	}

	Download(WantedFile wanted, Instant now) {
		this.id = new Key(wanted.importId(), wanted.position());
		this.imageId = wanted.imageId();
		this.state = DownloadState.WAITING;
		URI where = wanted.url();
		this.url = (where != null) ? where.toString() : null;
		this.expectedSize = wanted.size();
		this.totalBytes = wanted.size();
		this.expectedSha256 = wanted.content().sha256();
		this.expectedMd5 = wanted.content().md5();
		this.expectedNumber = wanted.content().number();
		this.actor = wanted.actor();
		this.dueAt = now;
	}

	void begin(int inLane) {
		this.state = DownloadState.FETCHING;
		this.lane = inLane;
		this.attempts++;
	}

	void postpone(Instant until, String why) {
		this.state = DownloadState.WAITING;
		this.lane = null;
		this.dueAt = until;
		this.reason = shortened(why);
	}

	void interrupt(Instant until) {
		this.state = DownloadState.WAITING;
		this.lane = null;
		this.dueAt = until;
		this.attempts--;
	}

	void settle(DownloadState end, @Nullable String why, Instant now) {
		this.state = end;
		this.lane = null;
		this.reason = (why != null) ? shortened(why) : null;
		this.settledAt = now;
	}

	void arriveBy(UUID upload, @Nullable String nameOfContent) {
		this.uploadId = upload;
		this.validator = nameOfContent;
		this.bytes = 0;
	}

	void arrive(long soFar, long total) {
		this.bytes = soFar;
		this.totalBytes = total;
	}

	private static String shortened(String text) {
		return text.substring(0, Math.min(text.length(), MAX_REASON));
	}

	@Override
	public Key getId() {
		return this.id;
	}

	WantedFile wanted() {
		return new WantedFile(this.id.importId(), this.id.position(), this.imageId,
				(this.url != null) ? URI.create(this.url) : null, this.expectedSize,
				new ExpectedContent(this.expectedSha256, this.expectedMd5, this.expectedNumber), this.actor);
	}

	DownloadState state() {
		return this.state;
	}

	boolean isSettled() {
		return this.settledAt != null;
	}

	/**
	 * Tells whether another attempt can go on with what the upload has.
	 * @return whether it is known what it is
	 */
	boolean isResumable() {
		return this.validator != null;
	}

	@Nullable String validator() {
		return this.validator;
	}

	@Nullable UUID uploadId() {
		return this.uploadId;
	}

	long bytes() {
		return this.bytes;
	}

	@Nullable Long totalBytes() {
		return this.totalBytes;
	}

	int attempts() {
		return this.attempts;
	}

	@Nullable String reason() {
		return this.reason;
	}

	/**
	 * Which entry of which import.
	 */
	@Embeddable
	record Key(UUID importId, Integer position) implements Serializable {

	}

}
