package cellar.catalog.image;

import org.springframework.http.ResponseEntity;

import cellar.catalog.library.ImageDetails;
import cellar.common.access.Caller;

/**
 * The answer to whoever gets to see an image: the image with its tag, so that the next
 * change can name what it is meant for.
 */
public final class ImageAnswer {

	private ImageAnswer() {
	}

	/**
	 * Answers with an image as it is now.
	 * @param image the image
	 * @param caller who asks
	 * @return the answer
	 */
	public static ResponseEntity<ImageDocument> ok(ImageDetails image, Caller caller) {
		return with(ResponseEntity.ok(), image, caller);
	}

	/**
	 * Answers with an image as it was published. Its tag is never one of those that
	 * changes are meant for.
	 * @param image the image
	 * @param caller who asks
	 * @return the answer
	 */
	static ResponseEntity<ImageDocument> published(ImageDetails image, Caller caller) {
		return ResponseEntity.ok().eTag(EntityTag.published(image.revision())).body(ImageDocument.of(image, caller));
	}

	static ResponseEntity<ImageDocument> with(ResponseEntity.BodyBuilder response, ImageDetails image, Caller caller) {
		return response.eTag(EntityTag.of(image)).body(ImageDocument.of(image, caller));
	}

}
