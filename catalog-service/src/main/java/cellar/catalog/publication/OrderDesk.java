package cellar.catalog.publication;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes orders that other parts of the service give.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderDesk {

	private final PublicationOrders orders;

	OrderDesk(PublicationOrders orders) {
		this.orders = orders;
	}

	/**
	 * Freezes what is offered now, and publishes it.
	 * @param reason why
	 * @param actor who wants it
	 * @return the serial
	 */
	public long publish(String reason, String actor) {
		return this.orders.take(new Publication.Order(reason, actor)).serial();
	}

}
