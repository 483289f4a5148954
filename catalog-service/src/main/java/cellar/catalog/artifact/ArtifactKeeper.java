package cellar.catalog.artifact;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cellar.catalog.library.Artifact;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;
import cellar.catalog.upload.Binding;
import cellar.catalog.upload.ContentWithdrawnException;
import cellar.catalog.upload.UploadProgress;
import cellar.catalog.upload.UploadSweeper;

/**
 * Gives drafts what has arrived, each content in one object only.
 */
@Component
public class ArtifactKeeper {

	private static final Logger logger = LoggerFactory.getLogger(ArtifactKeeper.class);

	private final UploadProgress progress;

	private final ObjectStore store;

	private final Buckets buckets;

	private final UploadSweeper sweeper;

	ArtifactKeeper(UploadProgress progress, ObjectStore store, Buckets buckets, UploadSweeper sweeper) {
		this.progress = progress;
		this.store = store;
		this.buckets = buckets;
		this.sweeper = sweeper;
	}

	/**
	 * Gives a draft what has arrived.
	 * @param draft the draft as it was when the upload began
	 * @param arrived what has arrived, whole in the store
	 * @param afterWithdrawal whether it may be what was withdrawn before
	 * @return the image
	 * @throws UploadRefusedException if it was withdrawn before
	 */
	public ImageDetails keep(ImageDetails draft, Artifact arrived, boolean afterWithdrawal) {
		// Each turn adds a key, and no lock is held while the store is asked.
		Map<String, Boolean> sightings = new HashMap<>();
		while (true) {
			switch (bind(draft, arrived, sightings, afterWithdrawal)) {
				case Binding.Unseen unseen -> sightings.put(unseen.key(), isWhole(unseen.key(), arrived.size()));
				case Binding.Bound bound -> {
					if (bound.shared()) {
						removeSpare(arrived.uploadId());
					}
					return bound.image();
				}
			}
		}
	}

	private Binding bind(ImageDetails draft, Artifact arrived, Map<String, Boolean> sightings,
			boolean afterWithdrawal) {
		try {
			return this.progress.bind(draft, arrived, sightings, afterWithdrawal);
		}
		catch (ContentWithdrawnException ex) {
			throw new UploadRefusedException(UploadRefusedException.Reason.WITHDRAWN, String.valueOf(ex.getMessage()));
		}
	}

	private boolean isWhole(String key, long size) {
		try {
			return this.store.size(this.buckets.images(), key).equals(OptionalLong.of(size));
		}
		catch (StoreException ex) {
			// What has arrived is there for certain.
			logger.atWarn().addKeyValue("key", key).addKeyValue("reason", ex.getMessage()).log("Content is kept twice");
			return false;
		}
	}

	private void removeSpare(UUID id) {
		try {
			this.sweeper.sweep(id);
		}
		catch (RuntimeException ex) {
			logger.atWarn()
				.addKeyValue("upload", id)
				.addKeyValue("reason", ex.getMessage())
				.log("Spare object could not be removed now; the sweeper will do it");
		}
	}

}
