package cellar.catalog.upload;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;

/**
 * Removes what uploads left behind that came to nothing.
 */
@Component
public class UploadSweeper {

	private static final Logger logger = LoggerFactory.getLogger(UploadSweeper.class);

	private final Uploads uploads;

	private final UploadProgress progress;

	private final MultipartStore parts;

	private final ObjectStore objects;

	private final Buckets buckets;

	private final UploadProperties properties;

	private final Clock clock;

	UploadSweeper(Uploads uploads, UploadProgress progress, MultipartStore parts, ObjectStore objects, Buckets buckets,
			UploadProperties properties, Clock clock) {
		this.uploads = uploads;
		this.progress = progress;
		this.parts = parts;
		this.objects = objects;
		this.buckets = buckets;
		this.properties = properties;
		this.clock = clock;
	}

	void sweep() {
		Instant now = this.clock.instant();
		Instant silentSince = now.minus(this.properties.abandonAfter());
		this.uploads.abandonSilent(false, silentSince);
		this.uploads.abandonSilent(true, now.minus(this.properties.resumableFor()));
		this.progress.abandonUnnamed();
		this.uploads.findTop100ByStateOrderByTouchedAtAsc(UploadState.ORPHANED).forEach(this::sweep);
		// The last call of a process that died may have reached the store after us.
		this.uploads.findTop100ByStateAndTouchedAtBeforeOrderByTouchedAtAsc(UploadState.SWEPT, silentSince)
			.forEach((swept) -> removing(swept, () -> this.uploads.forget(swept.getId())));
	}

	/**
	 * Removes what one upload left behind, if it was given up.
	 * @param id the upload
	 */
	public void sweep(UUID id) {
		this.uploads.findByIdAndState(id, UploadState.ORPHANED).ifPresent(this::sweep);
	}

	private void sweep(Upload orphan) {
		removing(orphan, () -> {
			this.uploads.sweep(orphan.getId(), this.clock.instant());
			logger.atInfo().addKeyValue("key", orphan.objectKey()).log("Remains of an upload removed");
		});
	}

	private void removing(Upload upload, Runnable afterwards) {
		try {
			remove(upload);
			afterwards.run();
		}
		catch (StoreException ex) {
			this.uploads.postpone(upload.getId(), this.clock.instant());
			logger.atWarn().addKeyValue("reason", ex.getMessage()).log("Remains of an upload are still there");
		}
	}

	private void remove(Upload orphan) {
		String key = orphan.objectKey();
		// The process may have died between the store's answer and our note of it.
		Set<String> pending = new LinkedHashSet<>(this.parts.pending(key));
		if (orphan.multipartId() != null) {
			pending.add(orphan.multipartId());
		}
		pending.forEach((multipartId) -> this.parts.abort(key, multipartId));
		this.objects.delete(this.buckets.images(), key);
	}

}
