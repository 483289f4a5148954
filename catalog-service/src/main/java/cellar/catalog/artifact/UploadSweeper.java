package cellar.catalog.artifact;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;

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
class UploadSweeper {

	private static final Logger logger = LoggerFactory.getLogger(UploadSweeper.class);

	private final Uploads uploads;

	private final MultipartStore parts;

	private final ObjectStore objects;

	private final Buckets buckets;

	private final ArtifactProperties properties;

	private final Clock clock;

	UploadSweeper(Uploads uploads, MultipartStore parts, ObjectStore objects, Buckets buckets,
			ArtifactProperties properties, Clock clock) {
		this.uploads = uploads;
		this.parts = parts;
		this.objects = objects;
		this.buckets = buckets;
		this.properties = properties;
		this.clock = clock;
	}

	void sweep() {
		this.uploads.abandonSilent(this.clock.instant().minus(this.properties.abandonAfter()));
		this.uploads.abandonUnnamed();
		sweepOrphans();
	}

	void sweepOrphans() {
		for (Upload orphan : this.uploads.findTop100ByStateOrderByTouchedAtAsc(UploadState.ORPHANED)) {
			try {
				remove(orphan);
				this.uploads.forget(orphan.id());
				logger.atInfo().addKeyValue("key", orphan.objectKey()).log("Remains of an upload removed");
			}
			catch (StoreException ex) {
				logger.atWarn().addKeyValue("reason", ex.getMessage()).log("Remains of an upload are still there");
			}
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
