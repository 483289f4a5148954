package cellar.catalog.publication;

import java.net.URI;
import java.time.Instant;

/**
 * Keeps orders for publications until it is time for them.
 */
public interface LaterOrders {

	/**
	 * Tells whether a time is still to come.
	 * @param at the time
	 * @return whether an order for it has to wait
	 */
	boolean isLater(Instant at);

	/**
	 * Keeps an order.
	 * @param at when what is offered then is to be published
	 * @param reason why
	 * @param actor who wants it
	 * @return where to look at it and to call it off
	 */
	URI postpone(Instant at, String reason, String actor);

}
