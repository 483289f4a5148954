package cellar.catalog.intake;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import cellar.catalog.entity.AssignedEntity;

/**
 * An import of a whole catalog.
 */
@Entity
@Table(name = "import")
class CatalogImport extends AssignedEntity<UUID> {

	/** A query may hold a signature that lets others in. */
	private static final Pattern SECRET = Pattern.compile("[?#].*", Pattern.DOTALL);

	@Id
	private UUID id;

	@Enumerated(EnumType.STRING)
	private ImportState state = ImportState.ACCEPTED;

	private @Nullable String url;

	@Column(columnDefinition = "text")
	private @Nullable String body;

	private @Nullable String failure;

	private String actor;

	private Instant createdAt;

	private @Nullable Instant finishedAt;

	private int brokenOff;

	@Embedded
	private WantedFiles files;

	@SuppressWarnings("NullAway.Init") // JPA
	protected CatalogImport() {
	}

	CatalogImport(@Nullable String url, @Nullable String body, WantedFiles files, String actor, Instant now) {
		this.id = UUID.randomUUID();
		this.url = url;
		this.body = body;
		this.files = files;
		this.actor = actor;
		this.createdAt = now;
	}

	void brokenOff(int more) {
		this.brokenOff += more;
	}

	void begin(String fetched) {
		this.state = ImportState.RUNNING;
		this.body = fetched;
	}

	void complete(Instant now) {
		this.state = ImportState.COMPLETED;
		this.body = null;
		this.finishedAt = now;
	}

	void fail(String reason, Instant now) {
		this.state = ImportState.FAILED;
		this.failure = reason;
		this.finishedAt = now;
	}

	void cancel(Instant now) {
		this.state = ImportState.CANCELLED;
		this.body = null;
		this.finishedAt = now;
	}

	boolean isFinished() {
		return this.finishedAt != null;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	ImportState state() {
		return this.state;
	}

	WantedFiles files() {
		return this.files;
	}

	int brokenOff() {
		return this.brokenOff;
	}

	@Nullable String url() {
		return this.url;
	}

	@Nullable String shownUrl() {
		return (this.url != null) ? SECRET.matcher(this.url).replaceFirst("") : null;
	}

	@Nullable String body() {
		return this.body;
	}

	@Nullable String failure() {
		return this.failure;
	}

	String actor() {
		return this.actor;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	@Nullable Instant finishedAt() {
		return this.finishedAt;
	}

}
