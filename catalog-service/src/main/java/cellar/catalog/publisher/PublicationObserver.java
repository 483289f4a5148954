package cellar.catalog.publisher;

import java.time.Duration;

import cellar.catalog.publication.PublicationState;

/**
 * Called for every publication that this publisher has brought to its end.
 */
interface PublicationObserver {

	/**
	 * Called when everybody sees a publication.
	 * @param took how long that took since it was asked for
	 */
	void live(Duration took);

	/**
	 * Called when a publication ended without going live.
	 * @param end its last state
	 */
	void settled(PublicationState end);

}
