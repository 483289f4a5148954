package cellar.gateway.guard;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether a request may go out.
 */
public sealed interface Admission {

	/**
	 * It may.
	 */
	final class Admitted implements Admission, AutoCloseable {

		private final AtomicBoolean reported = new AtomicBoolean();

		private final AtomicBoolean closed = new AtomicBoolean();

		private final Circuit.Call call;

		private final Places places;

		Admitted(Circuit.Call call, Places places) {
			this.call = call;
			this.places = places;
		}

		/**
		 * Reports how it went, once that can be told.
		 * @param well whether the origin is well as far as can be seen
		 */
		public void went(boolean well) {
			if (this.reported.compareAndSet(false, true)) {
				this.call.went(well);
			}
		}

		/** Gives the place to another request. Comes after the last byte. */
		@Override
		public void close() {
			if (this.closed.compareAndSet(false, true)) {
				if (this.reported.compareAndSet(false, true)) {
					this.call.withdraw();
				}
				this.places.leave();
			}
		}

	}

	/**
	 * It may not.
	 */
	enum Refused implements Admission {

		/** The origin failed lately. */
		CIRCUIT_OPEN,

		/** No place became free in time, or too many wait for one already. */
		NO_PLACE

	}

}
