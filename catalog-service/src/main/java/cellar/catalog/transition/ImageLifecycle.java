package cellar.catalog.transition;

import java.time.Clock;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.library.ImageState;

/**
 * Leads images through their life. A step and its record are one transaction.
 */
@Service
@Transactional
public class ImageLifecycle {

	private final ImageLibrary library;

	private final ImageIndex images;

	private final TransitionRecords records;

	private final Withdrawals withdrawals;

	private final Clock clock;

	ImageLifecycle(ImageLibrary library, ImageIndex images, TransitionRecords records, Withdrawals withdrawals,
			Clock clock) {
		this.library = library;
		this.images = images;
		this.records = records;
		this.withdrawals = withdrawals;
		this.clock = clock;
	}

	/**
	 * Takes a step, whatever time is asked for.
	 * @param id the image
	 * @param request which step, and why
	 * @param actor who wants it
	 * @return the image after it
	 */
	public ImageDetails move(UUID id, TransitionRequest request, String actor) {
		if (request.successor() != null) {
			// Before any image, or two who name each other's image would wait for ever.
			this.records.lockSuccessors();
		}
		ImageDetails before = this.library.lock(id);
		Transition transition = request.transition();
		if (transition == Transition.WITHDRAW && before.state() == ImageState.WITHDRAWN) {
			// Whoever did not hear the answer asks again.
			return before;
		}
		check(before, request);
		if (transition == Transition.WITHDRAW) {
			this.withdrawals.order(before, request.reason(), actor);
		}
		String successor = successor(before, request.successor());
		ImageDetails after = this.library.changeState(id,
				new ImageLibrary.Step(transition.toString(), transition.target(), successor, actor));
		this.records
			.save(new TransitionRecord(id, transition, request.reason(), successor, actor, this.clock.instant()));
		return after;
	}

	/**
	 * Checks whether a step could be taken if it were time.
	 * @param id the image
	 * @param request which step
	 */
	@Transactional(readOnly = true)
	public void check(UUID id, TransitionRequest request) {
		ImageDetails before = this.images.get(id);
		check(before, request);
		successor(before, request.successor());
	}

	@Transactional(readOnly = true)
	Page<TransitionDocument> history(UUID id, Pageable page) {
		return this.records.findByImageIdOrderByIdDesc(this.images.get(id).id(), page).map(TransitionRecord::document);
	}

	private static void check(ImageDetails before, TransitionRequest request) {
		if (!request.transition().isPossible(before.state())) {
			throw new ImpossibleTransitionException(request.transition(), before.state());
		}
		if (request.transition() == Transition.ACTIVATE && request.successor() != null) {
			throw new NoSuccessorException("An active image is followed by none; leave 'successor' out");
		}
	}

	private @Nullable String successor(ImageDetails before, @Nullable String reference) {
		if (reference == null) {
			return null;
		}
		ImageDetails successor = this.images.find(reference)
			.orElseThrow(() -> new NoSuccessorException("There is no image '" + reference + "'"));
		// An active image has no successor itself, so that nobody is led in a circle.
		if (successor.state() != ImageState.ACTIVE || successor.id().equals(before.id())) {
			throw new NoSuccessorException("'%s' cannot be the successor of '%s'; name another image that is ACTIVE"
				.formatted(successor.name(), before.name()));
		}
		return successor.name();
	}

}
