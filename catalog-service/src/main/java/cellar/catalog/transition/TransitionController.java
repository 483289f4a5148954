package cellar.catalog.transition;

import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import cellar.catalog.image.ImageAnswer;
import cellar.catalog.image.ImageDocument;
import cellar.catalog.library.ImageDetails;
import cellar.common.access.Caller;

/**
 * Steps in an image's life over HTTP.
 */
@RestController
class TransitionController {

	private final ImageLifecycle lifecycle;

	TransitionController(ImageLifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	@PostMapping("/api/v1/images/{id}/transitions")
	ResponseEntity<ImageDocument> move(@PathVariable UUID id, @Valid @RequestBody TransitionRequest request,
			Caller caller) {
		ImageDetails image = this.lifecycle.move(id, request, caller.name());
		return ImageAnswer.ok(image, caller);
	}

}
