package cellar.gateway.delivery;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.route.Route;

/**
 * Called for every answer once it is over.
 */
@FunctionalInterface
public interface DeliveryObserver {

	void delivered(Delivery delivery);

	/**
	 * One answer.
	 *
	 * @param route the route, or {@code null} if none was found
	 * @param outcome how the cache came by it, or {@code null} if it was not asked or the
	 * gateway failed
	 * @param status the status; 500 if the gateway failed, whatever was sent by then
	 * @param bytes bytes of the body that were sent
	 * @param complete whether all of it was sent
	 * @param duration from the request to the last byte
	 */
	record Delivery(@Nullable Route route, CacheStatus.@Nullable Outcome outcome, int status, long bytes,
			boolean complete, Duration duration) {

		private static final int FAULT = 500;

		/**
		 * Returns whether the client was not served, and not by its own doing: no origin
		 * could be had for the answer, or there was a fault.
		 * @return whether it failed
		 */
		public boolean failed() {
			return this.outcome == CacheStatus.Outcome.ERROR || this.status == FAULT;
		}

	}

}
