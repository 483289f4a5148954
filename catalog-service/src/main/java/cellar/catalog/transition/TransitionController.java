package cellar.catalog.transition;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import cellar.catalog.image.ImageAnswer;
import cellar.catalog.image.ImageDocument;
import cellar.catalog.library.ImageDetails;
import cellar.common.access.Caller;
import cellar.common.list.ListDocument;
import cellar.common.list.PageParameters;

/**
 * Steps in an image's life over HTTP.
 */
@RestController
@RequestMapping("/api/v1/images/{id}/transitions")
class TransitionController {

	private final ImageLifecycle lifecycle;

	private final Withdrawals withdrawals;

	private final Postponements postponements;

	TransitionController(ImageLifecycle lifecycle, Withdrawals withdrawals, Postponements postponements) {
		this.lifecycle = lifecycle;
		this.withdrawals = withdrawals;
		this.postponements = postponements;
	}

	@PostMapping
	ResponseEntity<ImageDocument> move(@PathVariable UUID id, @Valid @RequestBody TransitionRequest request,
			Caller caller) {
		if (this.postponements.isLater(request)) {
			this.lifecycle.check(id, request);
			URI planned = this.postponements.postpone(id, request, caller.name());
			return ResponseEntity.accepted().location(planned).build();
		}
		ImageDetails image = this.lifecycle.move(id, request, caller.name());
		if (request.transition() == Transition.WITHDRAW) {
			this.withdrawals.await(id);
		}
		return ImageAnswer.ok(image, caller);
	}

	@GetMapping
	ListDocument<TransitionDocument> history(@PathVariable UUID id,
			@RequestParam(defaultValue = PageParameters.FIRST_PAGE) int page,
			@RequestParam(defaultValue = PageParameters.DEFAULT_SIZE) int size) {
		PageParameters wanted = new PageParameters(page, size);
		Page<TransitionDocument> taken = this.lifecycle.history(id, PageRequest.of(wanted.page(), wanted.size()));
		return ListDocument.of(wanted, taken.getContent(), taken.getTotalElements());
	}

}
