package cellar.catalog.resumption;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import cellar.catalog.artifact.Proof;
import cellar.catalog.artifact.Proofs;
import cellar.catalog.artifact.UploadRefusedException;
import cellar.catalog.artifact.UploadSlots;
import cellar.catalog.library.ImageConflictException;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.library.ImageNotFoundException;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.transfer.Heartbeat;
import cellar.catalog.upload.UploadDetails;
import cellar.catalog.upload.UploadGivenUpException;
import cellar.catalog.upload.UploadProgress;
import cellar.catalog.upload.UploadProperties;
import cellar.catalog.upload.UploadSweeper;
import cellar.catalog.upload.UploadUnwantedException;

/**
 * Takes files in piece by piece. What a method has told of an upload outlives the
 * process.
 */
@Service
public class ResumableUploads {

	private static final Logger logger = LoggerFactory.getLogger(ResumableUploads.class);

	private static final Duration BEAT = Sessions.SILENCE.dividedBy(6);

	private final ImageLibrary library;

	private final UploadProgress progress;

	private final Sessions sessions;

	private final MultipartStore parts;

	private final UploadFinisher finisher;

	private final Proofs proofs;

	private final UploadSweeper sweeper;

	private final UploadSlots slots;

	private final UploadProperties limits;

	ResumableUploads(ImageLibrary library, UploadProgress progress, Sessions sessions, MultipartStore parts,
			UploadFinisher finisher, Proofs proofs, UploadSweeper sweeper, UploadSlots slots, UploadProperties limits) {
		this.library = library;
		this.progress = progress;
		this.sessions = sessions;
		this.parts = parts;
		this.finisher = finisher;
		this.proofs = proofs;
		this.sweeper = sweeper;
		this.slots = slots;
		this.limits = limits;
	}

	/**
	 * Begins an upload.
	 * @param wanted the file
	 * @return the upload
	 * @throws ImageConflictException if the image is no draft
	 * @throws ImageNotFoundException if there is no such image
	 */
	public UUID open(WantedUpload wanted) {
		ImageDetails draft = this.library.draft(wanted.imageId());
		UUID id = UUID.randomUUID();
		String fileName = (wanted.fileName() != null) ? wanted.fileName() : draft.name() + ".tgz";
		this.sessions.open(id, draft, draft.name() + "/" + id + "/" + fileName, wanted);
		return id;
	}

	/**
	 * Tells how far an upload has come.
	 * @param id the upload
	 * @return its status, also for a while after it was given up
	 * @throws UploadUnavailableException if it is not known, or not any more
	 */
	public UploadStatus status(UUID id) {
		UploadDetails upload = upload(id);
		Session session = this.sessions.find(id).orElseThrow(() -> notFound(id));
		UploadStatus.State state = switch (upload.state()) {
			case RUNNING -> session.isWhole() ? UploadStatus.State.FINISHING : UploadStatus.State.RECEIVING;
			case BOUND -> UploadStatus.State.KEPT;
			case ORPHANED, SWEPT -> UploadStatus.State.GONE;
		};
		return new UploadStatus(id, upload.imageId(), state, session.position(), session.size(),
				upload.touchedAt().plus(this.limits.resumableFor()), session.failure(), session.metadata());
	}

	/**
	 * Lets somebody else go on at once, where it is known that whoever did before is dead
	 * or has lost the right. Should it be alive, nothing that it sends counts.
	 * @param id the upload
	 */
	public void takeOver(UUID id) {
		this.sessions.takeOver(id);
	}

	/**
	 * Takes the next bytes, and gives the image its file once it is whole. If the store
	 * fails then, the same call without a byte tries once more.
	 * @param id the upload
	 * @param offset the number of the first byte in the body
	 * @param body bytes; those behind the end of the file are not read
	 * @return the number of the next byte
	 * @throws UploadUnavailableException if the upload cannot go on there now
	 * @throws UploadRefusedException if the connection broke, or the file is not kept
	 */
	public long append(UUID id, long offset, InputStream body) {
		UploadDetails upload = upload(id);
		return switch (upload.state()) {
			case RUNNING -> this.slots.within(() -> append(upload, offset, body));
			case BOUND -> atEnd(id, offset);
			case ORPHANED, SWEPT -> throw gone(id);
		};
	}

	private long atEnd(UUID id, long offset) {
		if (status(id).size() != offset) {
			throw new UploadUnavailableException(UploadUnavailableException.Reason.WRONG_OFFSET,
					"All bytes have arrived");
		}
		this.sessions.settle(id);
		return offset;
	}

	private long append(UploadDetails upload, long offset, InputStream body) {
		UUID writer = UUID.randomUUID();
		Session session = this.sessions.claim(upload.id(), offset, writer);
		Heartbeat heartbeat = new Heartbeat(() -> this.sessions.beat(upload.id(), writer), BEAT);
		@Nullable Turn turn = null;
		try (Proof proof = this.proofs.begin()) {
			heartbeat.start();
			String multipartId = begun(upload);
			turn = new Turn(session, upload.key(), multipartId, writer, this.parts, this.sessions, proof);
			turn.receive(body);
			if (turn.isWhole()) {
				this.finisher.finish(session, upload, multipartId, turn.digests());
			}
			return turn.safe();
		}
		catch (IOException ex) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TRUNCATED,
					"The connection broke; ask for the offset and go on from there");
		}
		catch (RuntimeException ex) {
			giveUpIfFinal(upload.id(), ex);
			throw ex;
		}
		finally {
			heartbeat.stop();
			release(upload.id(), writer, (turn != null) ? turn.nextPart() : session.nextPart());
		}
	}

	private String begun(UploadDetails upload) {
		String known = upload(upload.id()).multipartId();
		if (known != null) {
			return known;
		}
		String multipartId = this.parts.begin(upload.key(), "application/octet-stream");
		this.progress.noteMultipartId(upload.id(), multipartId);
		return multipartId;
	}

	// Whatever else goes wrong may go right the next time.
	private void giveUpIfFinal(UUID id, RuntimeException cause) {
		switch (cause) {
			case UploadRefusedException ex -> giveUp(id, ex);
			case UploadUnwantedException ex -> giveUp(id, ex);
			case ImageConflictException ex -> giveUp(id, ex);
			case ImageNotFoundException ex -> giveUp(id, ex);
			default -> logger.atDebug().addKeyValue("upload", id).setCause(cause).log("Upload stopped and may go on");
		}
	}

	private void giveUp(UUID id, RuntimeException cause) {
		if (this.sessions.fail(id, String.valueOf(cause.getMessage()))) {
			sweep(id);
		}
	}

	private void release(UUID id, UUID writer, int nextPart) {
		try {
			this.sessions.release(id, writer, nextPart);
		}
		catch (RuntimeException ex) {
			logger.atDebug().addKeyValue("upload", id).setCause(ex).log("Upload is free after half a minute");
		}
	}

	/**
	 * Gives an upload up and removes what has arrived.
	 * @param id the upload
	 * @throws UploadUnavailableException if there is nothing to give up
	 */
	public void cancel(UUID id) {
		if (this.sessions.fail(id, "It was cancelled")) {
			sweep(id);
			return;
		}
		throw switch (upload(id).state()) {
			case BOUND -> new UploadUnavailableException(UploadUnavailableException.Reason.KEPT,
					"The image has the file already; send another, or delete the draft");
			case RUNNING, ORPHANED, SWEPT -> gone(id);
		};
	}

	private void sweep(UUID id) {
		try {
			this.sweeper.sweep(id);
		}
		catch (RuntimeException ex) {
			logger.atWarn()
				.addKeyValue("upload", id)
				.addKeyValue("reason", ex.getMessage())
				.log("Upload could not be cleaned up now; the sweeper will do it");
		}
	}

	/**
	 * Finishes uploads that are whole and whose process died over that.
	 */
	void finishWhole() {
		for (UUID id : this.sessions.unsettled()) {
			try {
				append(id, status(id).size(), InputStream.nullInputStream());
			}
			catch (UploadUnavailableException | UploadGivenUpException ex) {
				logger.atDebug().addKeyValue("upload", id).setCause(ex).log("Upload needs no end any more");
			}
			catch (RuntimeException ex) {
				logger.atWarn()
					.addKeyValue("upload", id)
					.addKeyValue("reason", ex.getMessage())
					.log("Upload could not be finished");
			}
		}
	}

	private UploadDetails upload(UUID id) {
		return this.progress.find(id).orElseThrow(() -> notFound(id));
	}

	private static UploadUnavailableException notFound(UUID id) {
		return new UploadUnavailableException(UploadUnavailableException.Reason.NOT_FOUND,
				"Upload '%s' not found".formatted(id));
	}

	private UploadUnavailableException gone(UUID id) {
		String failure = this.sessions.find(id).map(Session::failure).orElse(null);
		return new UploadUnavailableException(UploadUnavailableException.Reason.GONE,
				((failure != null) ? failure : "It was silent for too long") + "; begin another upload");
	}

}
