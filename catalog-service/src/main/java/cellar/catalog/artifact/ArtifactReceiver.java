package cellar.catalog.artifact;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cellar.catalog.library.Artifact;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.transfer.Digests;
import cellar.catalog.transfer.Heartbeat;
import cellar.catalog.upload.UploadProgress;
import cellar.catalog.upload.UploadProperties;
import cellar.catalog.upload.UploadSweeper;

/**
 * Takes a file in: known to the database first, whole in the store next, named by the
 * image last.
 */
@Component
class ArtifactReceiver {

	private static final Logger logger = LoggerFactory.getLogger(ArtifactReceiver.class);

	private final ImageLibrary library;

	private final UploadProgress progress;

	private final ArtifactWriter writer;

	private final ArtifactKeeper keeper;

	private final UploadSweeper sweeper;

	private final UploadSlots slots;

	private final UploadProperties limits;

	ArtifactReceiver(ImageLibrary library, UploadProgress progress, ArtifactWriter writer, ArtifactKeeper keeper,
			UploadSweeper sweeper, UploadSlots slots, UploadProperties limits) {
		this.library = library;
		this.progress = progress;
		this.writer = writer;
		this.keeper = keeper;
		this.sweeper = sweeper;
		this.slots = slots;
		this.limits = limits;
	}

	ImageDetails receive(IncomingFile file) {
		ImageDetails draft = this.library.draft(file.imageId());
		return this.slots.within(() -> receiveOrGiveUp(file, draft));
	}

	private ImageDetails receiveOrGiveUp(IncomingFile file, ImageDetails draft) {
		UUID id = UUID.randomUUID();
		try {
			return receiveWithHeartbeat(file, draft, id);
		}
		catch (RuntimeException ex) {
			giveUp(id);
			throw ex;
		}
	}

	private ImageDetails receiveWithHeartbeat(IncomingFile file, ImageDetails draft, UUID id) {
		String fileName = (file.fileName() != null) ? file.fileName() : draft.name() + ".tgz";
		String key = draft.name() + "/" + id + "/" + fileName;
		Heartbeat heartbeat = new Heartbeat(() -> this.progress.touch(id), this.limits.heartbeatInterval());
		try {
			heartbeat.start();
			this.progress.open(id, draft, key, file.actor());
			Digests.Result digests = this.writer.write(file, id, key);
			return this.keeper.keep(draft, new Artifact(id, key, file.size(), digests.sha256(), digests.md5()),
					file.afterWithdrawal());
		}
		finally {
			heartbeat.stop();
		}
	}

	private void giveUp(UUID id) {
		try {
			this.progress.abandon(id);
			this.sweeper.sweep(id);
		}
		catch (RuntimeException ex) {
			logger.atWarn()
				.addKeyValue("upload", id)
				.addKeyValue("reason", ex.getMessage())
				.log("Upload could not be cleaned up now; the sweeper will do it");
		}
	}

}
