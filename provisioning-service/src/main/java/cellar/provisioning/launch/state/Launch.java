package cellar.provisioning.launch.state;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.launch.effect.Effects;
import cellar.provisioning.launch.order.LaunchOrder;

/**
 * One launch, with all that is known about it.
 */
@Entity
public class Launch {

	@Id
	private UUID id;

	@Version
	private long version;

	private Submission submission;

	private Progress progress;

	/** Read as nothing while nothing is prepared. */
	private @Nullable Preparation preparation;

	private Effects effects;

	private Instant createdAt;

	private Instant updatedAt;

	@SuppressWarnings("NullAway.Init") // JPA
	protected Launch() {
	}

	public Launch(UUID id, Submission submission, Instant now) {
		this.id = id;
		this.submission = submission;
		this.progress = new Progress(now);
		this.effects = new Effects();
		this.createdAt = now;
		this.updatedAt = now;
	}

	/**
	 * Begins to doubt that the last attempt made machines. The time for it counts from
	 * now.
	 * @param failure what the launch fails with if none are found
	 * @param now the time
	 */
	public void doubt(Failure failure, Instant now) {
		this.progress.doubt(failure, now);
		this.effects.attempts().doubt();
	}

	void touch(Instant now) {
		this.updatedAt = now;
	}

	/**
	 * Whether nobody has changed this launch since it was read.
	 * @param seen the launch as it was read
	 * @return whether it is as it was
	 */
	boolean isStill(Launch seen) {
		return this.version == seen.version;
	}

	/**
	 * Loads all that belongs to it, so that it can be read outside of a transaction.
	 * @return this
	 */
	Launch whole() {
		this.progress.load();
		this.effects.load();
		return this;
	}

	public UUID id() {
		return this.id;
	}

	public Submission submission() {
		return this.submission;
	}

	public LaunchOrder order() {
		return this.submission.order();
	}

	public String cloud() {
		return this.submission.cloud();
	}

	public Progress progress() {
		return this.progress;
	}

	public LaunchState state() {
		return this.progress.state();
	}

	public Preparation preparation() {
		if (this.preparation == null) {
			this.preparation = new Preparation();
		}
		return this.preparation;
	}

	public Effects effects() {
		return this.effects;
	}

	/**
	 * Returns what a launch calls things that it makes.
	 * @return a name that no other launch uses
	 */
	public String resourceName() {
		return "cellar-" + this.id;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant updatedAt() {
		return this.updatedAt;
	}

}
