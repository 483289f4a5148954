package cellar.gateway.cache;

import java.util.concurrent.atomic.AtomicBoolean;

import cellar.gateway.origin.OriginAnswer;

/**
 * What a fetch came to, as soon as the head of the origin's answer decided it.
 */
sealed interface FetchResult {

	/**
	 * A new copy that everybody who waits may share.
	 *
	 * @param representation what describes it
	 * @param file its bytes, growing
	 */
	record Shared(Representation representation, GrowingFile file) implements FetchResult {

	}

	/**
	 * The copy at hand was still good.
	 *
	 * @param entry the renewed entry
	 */
	record Renewed(Entry entry) implements FetchResult {

	}

	/**
	 * There is no such object.
	 *
	 * @param code 404 or 410
	 * @param originStatus what the origin said
	 */
	record Absent(int code, int originStatus) implements FetchResult {

	}

	/**
	 * An answer that is not kept and belongs to the first who takes it; the others ask
	 * for themselves.
	 *
	 * @param answer the answer
	 * @param taken whether somebody took it
	 */
	record Unshared(OriginAnswer answer, AtomicBoolean taken) implements FetchResult {

		boolean take() {
			return this.taken.compareAndSet(false, true);
		}

	}

	/**
	 * The origin failed.
	 *
	 * @param failure how
	 */
	record Failed(OriginAnswer.Failure failure) implements FetchResult {

	}

	/**
	 * Things have changed meanwhile: look again.
	 */
	record Superseded() implements FetchResult {

	}

}
