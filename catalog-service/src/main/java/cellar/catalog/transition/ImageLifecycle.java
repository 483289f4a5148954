package cellar.catalog.transition;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;

/**
 * Leads images through their life. A step and its record are one transaction.
 */
@Service
@Transactional
class ImageLifecycle {

	private final ImageLibrary library;

	private final TransitionRecords records;

	private final Clock clock;

	ImageLifecycle(ImageLibrary library, TransitionRecords records, Clock clock) {
		this.library = library;
		this.records = records;
		this.clock = clock;
	}

	ImageDetails move(UUID id, TransitionRequest request, String actor) {
		ImageDetails before = this.library.lock(id);
		if (!request.transition().isPossible(before.state())) {
			throw new ImpossibleTransitionException(request.transition(), before.state());
		}
		ImageDetails after = this.library.changeState(id, request.transition().target());
		this.records
			.save(new TransitionRecord(id, request.transition(), request.reason(), actor, this.clock.instant()));
		return after;
	}

}
