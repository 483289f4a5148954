package cellar.gateway.fetch;

import cellar.gateway.disk.LeasedChannel;
import cellar.gateway.head.Head;
import cellar.gateway.index.Key;
import cellar.gateway.lookup.Representation;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.pass.WholePass;
import cellar.gateway.store.StoredObject;
import cellar.gateway.version.OriginSource;

/**
 * What a fetch came to, as soon as the head of the origin's answer decided it.
 */
public sealed interface FetchResult {

	/**
	 * What everybody who waits may share, each with a lease of his own.
	 */
	sealed interface Shared extends FetchResult {

		/**
		 * Keeps it open for one more user.
		 * @return {@code false} if it is closed already
		 */
		boolean lease();

		/** Releases one lease. */
		void release();

		/**
		 * Returns what it is a copy of.
		 * @return the key, which may be that of one variant only
		 */
		Key key();

	}

	/**
	 * A copy that is found by now.
	 */
	sealed interface Stored extends Shared {

		StoredObject object();

		@Override
		default boolean lease() {
			return object().lease();
		}

		@Override
		default void release() {
			object().release();
		}

		@Override
		default Key key() {
			return object().head().key();
		}

	}

	/**
	 * A new copy that comes in slices.
	 *
	 * @param object the copy
	 */
	record Sliced(StoredObject object) implements Stored {

	}

	/**
	 * The copy at hand was still good.
	 *
	 * @param object the copy, renewed
	 */
	record Renewed(StoredObject object) implements Stored {

	}

	/**
	 * A body that comes in one pass, and will be a copy in the end.
	 *
	 * @param head what it will be a copy of
	 * @param representation what describes it
	 * @param pass its bytes
	 * @param channel the file that they are in
	 * @param source where the rest comes from if the pass does not get there
	 */
	record Whole(Head head, Representation representation, WholePass pass, LeasedChannel channel,
			OriginSource source) implements Shared {

		@Override
		public boolean lease() {
			boolean open = this.channel.lease();
			if (open) {
				this.pass.join();
			}
			return open;
		}

		@Override
		public Key key() {
			return this.head.key();
		}

		@Override
		public void release() {
			this.pass.leave();
			this.channel.release();
		}

	}

	/**
	 * There is no such object.
	 *
	 * @param code 404 or 410
	 * @param originStatus what the origin said
	 * @param isKept whether that is remembered for a while
	 * @param isForAll whether that holds for others who wait
	 */
	record Absent(int code, int originStatus, boolean isKept, boolean isForAll) implements FetchResult {

	}

	/**
	 * An answer that is not kept and belongs to whoever had it asked for; the others ask
	 * for themselves.
	 *
	 * @param answer the answer
	 */
	record Unshared(OriginAnswer answer) implements FetchResult {

	}

	/**
	 * An answer that is no object and is kept.
	 *
	 * @param answer the answer
	 */
	record Remembered(SmallAnswers.Kept answer) implements FetchResult {

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
