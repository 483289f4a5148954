package cellar.provisioning.launch.effect;

import java.time.Instant;
import java.util.List;

/**
 * The attempts of one launch to have its machines made. Only the last one is still open.
 * It keeps nothing itself: it reads and changes the list of the launch.
 */
public final class Attempts {

	private final List<Attempt> attempts;

	Attempts(List<Attempt> attempts) {
		this.attempts = attempts;
	}

	public List<Attempt> all() {
		return List.copyOf(this.attempts);
	}

	public Attempt last() {
		return this.attempts.getLast();
	}

	/**
	 * Whether an attempt may have made machines that nobody could find.
	 * @return whether there is one
	 */
	public boolean areLost() {
		return this.attempts.stream().anyMatch((attempt) -> attempt.is(Attempt.Status.UNKNOWN));
	}

	/**
	 * Writes down a new attempt, before it is sent for the first time. It is the last one
	 * from now on.
	 * @param attempt the attempt
	 */
	public void intend(Attempt attempt) {
		this.attempts.add(attempt);
	}

	/**
	 * Writes down that the last attempt is about to be sent.
	 * @param now the time
	 */
	public void call(Instant now) {
		last(last().called(now));
	}

	/**
	 * Writes down that the cloud took the last attempt.
	 * @param reservationId what the cloud made of it
	 */
	public void accept(String reservationId) {
		last(last().accepted(reservationId));
	}

	/**
	 * Writes down that the last attempt may have made machines and is not sent again.
	 */
	public void doubt() {
		last(last().with(Attempt.Status.DOUBTED));
	}

	/**
	 * Writes down that the cloud showed nothing of the last attempt once more.
	 */
	public void countEmptyLookup() {
		last(last().withEmptyLookup());
	}

	/**
	 * Writes down that the last attempt made nothing.
	 */
	public void reject() {
		last(last().with(Attempt.Status.REJECTED));
	}

	/**
	 * Writes down that what the last attempt made is gone.
	 */
	public void spend() {
		last(last().with(Attempt.Status.SPENT));
	}

	/**
	 * Writes down that nobody can tell what the last attempt made.
	 */
	public void lose() {
		last(last().with(Attempt.Status.UNKNOWN));
	}

	private void last(Attempt changed) {
		this.attempts.set(this.attempts.size() - 1, changed);
	}

}
