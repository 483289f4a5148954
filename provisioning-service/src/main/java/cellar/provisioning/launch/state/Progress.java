package cellar.provisioning.launch.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/**
 * How far a launch has come, how it got there, and what stands in its way.
 */
@Embeddable
public class Progress {

	@Enumerated(EnumType.STRING)
	private LaunchState state;

	private Instant stateSince;

	/** Transient failures since the state was entered. */
	private int failures;

	private @Nullable String lastTrouble;

	private @Nullable Failure failure;

	@ElementCollection
	@CollectionTable(name = "launch_step", joinColumns = @JoinColumn(name = "launch_id"))
	@OrderColumn(name = "position")
	private List<Step> steps = new ArrayList<>();

	@SuppressWarnings("NullAway.Init") // JPA
	protected Progress() {
	}

	Progress(Instant now) {
		this.state = LaunchState.REQUESTED;
		this.stateSince = now;
		this.steps.add(Step.begin(LaunchState.REQUESTED, now).ended(now, "Recorded"));
		this.steps.add(Step.begin(LaunchState.VALIDATED, now));
	}

	/**
	 * Ends the step that is open and enters a state.
	 * @param entered the state
	 * @param next the state that the work to come leads to, or nothing
	 * @param detail what came of the step that ends
	 * @param now the time
	 */
	public void enter(LaunchState entered, @Nullable LaunchState next, @Nullable String detail, Instant now) {
		Step open = this.steps.getLast();
		if (open.endedAt() == null) {
			this.steps.set(this.steps.size() - 1, open.ended(now, detail));
		}
		if (next != null) {
			this.steps.add(Step.begin(next, now));
		}
		this.state = entered;
		this.stateSince = now;
		this.failures = 0;
		this.lastTrouble = null;
	}

	/**
	 * Leads the open step to another state, because the one it led to is left out.
	 * @param goal the other state
	 */
	public void leadTo(LaunchState goal) {
		this.steps.set(this.steps.size() - 1, this.steps.getLast().leadingTo(goal));
	}

	/**
	 * Fails. What was made is to be taken back next.
	 * @param reason why
	 * @param now the time
	 */
	public void fail(Failure reason, Instant now) {
		this.failure = reason;
		enter(LaunchState.COMPENSATING, LaunchState.FAILED, reason.message(), now);
	}

	/**
	 * Begins the time for the state anew, because the launch may fail.
	 * @param reason what it fails with if nothing better turns up
	 * @param now the time
	 */
	void doubt(Failure reason, Instant now) {
		this.failure = reason;
		this.stateSince = now;
	}

	/**
	 * Records a failure that may pass.
	 * @param trouble what went wrong
	 */
	public void recordTrouble(String trouble) {
		this.failures++;
		this.lastTrouble = trouble;
	}

	public LaunchState state() {
		return this.state;
	}

	public Instant stateSince() {
		return this.stateSince;
	}

	public int failures() {
		return this.failures;
	}

	public @Nullable String lastTrouble() {
		return this.lastTrouble;
	}

	/**
	 * Returns why the launch fails, which is not settled while machines are in doubt.
	 * @return the failure, or nothing
	 */
	public @Nullable Failure failure() {
		return this.failure;
	}

	public List<Step> steps() {
		return List.copyOf(this.steps);
	}

	void load() {
		Hibernate.initialize(this.steps);
	}

}
