package cellar.gateway.slice;

import java.util.HashSet;
import java.util.Set;

import cellar.gateway.disk.ObjectFile;

/**
 * Who reads an object while its slices come, and what is still fetched once readers
 * leave. It is guarded by the lock of its filling, as the plan is.
 */
final class Readership {

	private final Set<SliceReader> readers = new HashSet<>();

	private final ObjectFile file;

	private final FetchPlan plan;

	private final FillLimits limits;

	private boolean finishing;

	private boolean givenUp;

	Readership(ObjectFile file, FetchPlan plan, FillLimits limits) {
		this.file = file;
		this.plan = plan;
		this.limits = limits;
	}

	void joined(SliceReader reader) {
		this.readers.add(reader);
	}

	/**
	 * Called when a reader needs no more. What no other reader waits for is given up,
	 * unless so much is there that the rest is worth having.
	 * @param reader the reader
	 * @return whether the caller has to read the rest
	 */
	boolean left(SliceReader reader) {
		this.readers.remove(reader);
		return isToBeFinished();
	}

	/**
	 * Called when somebody for whom slices may be coming has not read them. Where others
	 * read, what comes is for them.
	 * @return whether the caller has to read the rest
	 */
	boolean leftUnread() {
		return this.readers.isEmpty() && isToBeFinished();
	}

	private boolean isToBeFinished() {
		if (this.plan.isIdle() || this.finishing) {
			return false;
		}
		if (!isWorthFinishing()) {
			this.plan.keepFor(this.readers);
			return false;
		}
		this.finishing = this.readers.isEmpty();
		return this.finishing;
	}

	private boolean isWorthFinishing() {
		return !this.givenUp && !this.file.isRetired()
				&& this.limits.areWorthTheRest(this.file.slices().presentBytes(), this.file.slices().length());
	}

	/** Called when the rest has come without a reader, or will not. */
	void finishedAlone() {
		this.finishing = false;
		if (this.readers.isEmpty()) {
			this.plan.stop();
		}
	}

	/** Called when the rest cannot be had any more. */
	void giveUp() {
		this.givenUp = true;
		this.plan.stop();
	}

}
