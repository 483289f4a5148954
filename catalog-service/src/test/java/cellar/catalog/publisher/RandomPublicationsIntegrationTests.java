package cellar.catalog.publisher;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Publications, changes and rollbacks in random order, with stores and gateways that fail
 * at random moments.
 */
@PublisherServer
class RandomPublicationsIntegrationTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_127L);

	private static final int STEPS = Integer.getInteger("soak.publications", 40);

	@Autowired
	private Publishing publishing;

	@Test
	void readersSeeOnePublicationWholeWhateverHappens() {
		this.publishing.publishSomething();
		RandomPublisher publisher = new RandomPublisher(this.publishing, new Random(SEED));
		publisher.finishAll();
		for (int step = 0; step < STEPS; step++) {
			String what = publisher.step();
			publisher.assertReadersSeeWholePublications("seed %d, step %d: %s".formatted(SEED, step, what));
		}
		publisher.finishAll();
		publisher.assertReadersSeeTheNewest();
	}

}
