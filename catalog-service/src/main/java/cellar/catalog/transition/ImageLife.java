package cellar.catalog.transition;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.image.ImageDocument;
import cellar.catalog.image.ImageLibrary;

/**
 * Leads images through their life. A step and its record are one transaction.
 */
@Service
@Transactional
class ImageLife {

	private final ImageLibrary library;

	private final TransitionRecords records;

	private final Clock clock;

	ImageLife(ImageLibrary library, TransitionRecords records, Clock clock) {
		this.library = library;
		this.records = records;
		this.clock = clock;
	}

	ImageDocument move(UUID id, TransitionRequest request, String actor) {
		ImageDocument before = this.library.lock(id);
		if (!request.transition().isPossible(before.state())) {
			throw new ImpossibleTransitionException(request.transition(), before.state());
		}
		ImageDocument after = this.library.enter(id, request.transition().target());
		this.records.save(new TransitionRecord(id, request.transition(), request.reason(), actor,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS)));
		return after;
	}

}
