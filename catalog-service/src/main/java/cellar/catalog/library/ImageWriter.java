package cellar.catalog.library;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.store.Buckets;

/**
 * Writes images down, each change with its row in the audit.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImageWriter {

	private final Images images;

	private final Audit audit;

	private final Buckets buckets;

	ImageWriter(Images images, Audit audit, Buckets buckets) {
		this.images = images;
		this.audit = audit;
		this.buckets = buckets;
	}

	ImageDetails add(Image image, String actor) {
		return write(image, null, "create", actor);
	}

	ImageDetails write(Image image, @Nullable AuditedImage before, String action, String actor) {
		Image written = this.images.saveAndFlush(image);
		record(written.getId(), action, actor, before, AuditedImage.of(written));
		return ImageDetails.of(written, this.buckets.images());
	}

	void delete(Image image, String actor) {
		this.images.delete(image);
		record(image.getId(), "delete", actor, AuditedImage.of(image), null);
	}

	private void record(UUID id, String action, String actor, @Nullable AuditedImage before,
			@Nullable AuditedImage after) {
		this.audit.record(AuditSubject.IMAGE, id.toString(), action, actor, before, after);
	}

}
