package cellar.catalog.transition;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.library.ImageState;
import cellar.catalog.library.SharedContent;

/**
 * Leads images through their life. A step and its record are one transaction.
 */
@Service
@Transactional
public class ImageLifecycle {

	private final ImageLibrary library;

	private final ImageIndex images;

	private final SharedContent content;

	private final TransitionRecords records;

	private final Withdrawals withdrawals;

	private final Clock clock;

	ImageLifecycle(ImageLibrary library, ImageIndex images, SharedContent content, TransitionRecords records,
			Withdrawals withdrawals, Clock clock) {
		this.library = library;
		this.images = images;
		this.content = content;
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
			// Before anything else, or two who name each other's image would wait for
			// ever.
			this.records.lockSuccessors();
		}
		return (request.transition() == Transition.WITHDRAW) ? withdraw(id, request, actor)
				: step(this.library.lock(id), request, Set.of(id), actor);
	}

	private ImageDetails withdraw(UUID id, TransitionRequest request, String actor) {
		// The content before any image, as those do who give it to images.
		List<ImageDetails> alike = this.content.lockAlike(id);
		ImageDetails before = this.library.lock(id);
		if (before.state() == ImageState.WITHDRAWN) {
			// Whoever did not hear the answer asks again.
			return before;
		}
		check(before, request);
		List<ImageDetails> others = alike.stream()
			.filter((image) -> !image.id().equals(id) && image.state() != ImageState.WITHDRAWN)
			.toList();
		List<ImageDetails> given = others.stream().filter((image) -> image.state() != ImageState.DRAFT).toList();
		if (!given.isEmpty() && !Boolean.TRUE.equals(request.withShared())) {
			throw new ContentSharedException(before.name(), given.stream().map(ImageDetails::name).toList());
		}
		Set<UUID> leaving = alike.stream().map(ImageDetails::id).collect(Collectors.toSet());
		others.stream()
			.filter((image) -> image.state() == ImageState.DRAFT)
			.forEach((draft) -> this.content.takeFromDraft(draft.id(), actor));
		given.forEach((image) -> withdraw(image, request, leaving, actor));
		return withdraw(before, request, leaving, actor);
	}

	private ImageDetails withdraw(ImageDetails before, TransitionRequest request, Set<UUID> leaving, String actor) {
		this.withdrawals.order(before, request.reason(), actor);
		return step(before, request, leaving, actor);
	}

	private ImageDetails step(ImageDetails before, TransitionRequest request, Set<UUID> leaving, String actor) {
		check(before, request);
		Transition transition = request.transition();
		String successor = successor(before, request.successor(), leaving);
		ImageDetails after = this.library.changeState(before.id(),
				new ImageLibrary.Step(transition.toString(), transition.target(), successor, actor));
		this.records.save(new TransitionRecord(before.id(), transition, request.reason(), successor, actor,
				this.clock.instant()));
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
		successor(before, request.successor(), Set.of(id));
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

	private @Nullable String successor(ImageDetails before, @Nullable String reference, Set<UUID> leaving) {
		if (reference == null) {
			return null;
		}
		ImageDetails successor = this.images.find(reference)
			.orElseThrow(() -> new NoSuccessorException("There is no image '" + reference + "'"));
		// An active image has no successor itself, so that nobody is led in a circle.
		if (successor.state() != ImageState.ACTIVE || leaving.contains(successor.id())) {
			throw new NoSuccessorException("'%s' cannot be the successor of '%s'; name another image that is ACTIVE"
				.formatted(successor.name(), before.name()));
		}
		return successor.name();
	}

}
