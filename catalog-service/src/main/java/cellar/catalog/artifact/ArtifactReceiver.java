package cellar.catalog.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cellar.catalog.library.Artifact;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;
import cellar.catalog.transfer.Digests;
import cellar.catalog.transfer.Heartbeat;
import cellar.catalog.transfer.Transfer;
import cellar.catalog.transfer.TruncatedBodyException;
import cellar.catalog.upload.UploadGivenUpException;
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

	private final MultipartStore parts;

	private final ObjectStore objects;

	private final Buckets buckets;

	private final UploadSweeper sweeper;

	private final UploadSlots slots;

	private final UploadProperties limits;

	ArtifactReceiver(ImageLibrary library, UploadProgress progress, MultipartStore parts, ObjectStore objects,
			Buckets buckets, UploadSweeper sweeper, UploadSlots slots, UploadProperties limits) {
		this.library = library;
		this.progress = progress;
		this.parts = parts;
		this.objects = objects;
		this.buckets = buckets;
		this.sweeper = sweeper;
		this.slots = slots;
		this.limits = limits;
	}

	ImageDetails receive(IncomingFile file) {
		ImageDetails draft = this.library.draft(file.imageId());
		return this.slots.within(() -> receive(file, draft));
	}

	private ImageDetails receive(IncomingFile file, ImageDetails draft) {
		UUID id = UUID.randomUUID();
		try {
			return receive(file, draft, id);
		}
		catch (RuntimeException ex) {
			giveUp(id);
			throw ex;
		}
	}

	private ImageDetails receive(IncomingFile file, ImageDetails draft, UUID id) {
		String fileName = (file.fileName() != null) ? file.fileName() : draft.name() + ".tgz";
		String key = draft.name() + "/" + id + "/" + fileName;
		Heartbeat heartbeat = new Heartbeat(() -> this.progress.touch(id), this.limits.heartbeatInterval());
		try {
			heartbeat.start();
			this.progress.open(id, draft, key, file.actor());
			Digests.Result digests = store(file, id, key);
			return this.progress.bind(draft, new Artifact(id, key, file.size(), digests.sha256(), digests.md5()));
		}
		finally {
			heartbeat.stop();
		}
	}

	private Digests.Result store(IncomingFile file, UUID id, String key) {
		String multipartId = this.parts.begin(key, "application/octet-stream");
		noteMultipartId(id, key, multipartId);
		Transfer transfer = new Transfer(this.parts, () -> this.progress.touch(id));
		Transfer.Sent sent;
		try (InputStream body = file.body().open()) {
			sent = transfer.send(body, file.size(), key, multipartId);
		}
		catch (TruncatedBodyException ex) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TRUNCATED, String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TRUNCATED,
					"The connection broke before the whole file had arrived; send it again");
		}
		String expected = file.expectedSha256();
		if (expected != null && !expected.equals(sent.digests().sha256())) {
			throw new UploadRefusedException(UploadRefusedException.Reason.DIFFERENT,
					"The SHA-256 of what arrived is %s; expected was %s".formatted(sent.digests().sha256(), expected));
		}
		complete(key, multipartId, sent.tags());
		long stored = this.objects.size(this.buckets.images(), key).orElse(-1);
		if (stored != file.size()) {
			throw new StoreException("'%s' has %d bytes in the store instead of %d".formatted(key, stored, file.size()),
					null);
		}
		return sent.digests();
	}

	private void noteMultipartId(UUID id, String key, String multipartId) {
		try {
			this.progress.noteMultipartId(id, multipartId);
		}
		catch (UploadGivenUpException ex) {
			// Nobody else will ever know its name.
			this.parts.abort(key, multipartId);
			throw ex;
		}
	}

	private void complete(String key, String multipartId, List<String> tags) {
		try {
			this.parts.complete(key, multipartId, tags);
		}
		catch (StoreException ex) {
			// Stores may take longer over a large object than anybody waits.
			if (this.objects.size(this.buckets.images(), key).isEmpty()) {
				throw ex;
			}
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
