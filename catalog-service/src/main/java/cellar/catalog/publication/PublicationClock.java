package cellar.catalog.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Component;

/**
 * Tells the times of publications.
 */
@Component
class PublicationClock {

	private final Clock clock;

	PublicationClock(Clock clock) {
		this.clock = clock;
	}

	Instant now() {
		// Clients read these times in what is published, and many know none that is
		// finer.
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
