package cellar.catalog.download;

import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import cellar.catalog.artifact.UploadRefusedException;
import cellar.catalog.library.ImageConflictException;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.library.ImageNotFoundException;
import cellar.catalog.resumption.UploadUnavailableException;
import cellar.catalog.source.SourceException;
import cellar.catalog.store.StoreException;
import cellar.catalog.upload.UploadGivenUpException;
import cellar.catalog.upload.UploadUnwantedException;

/**
 * Fetches files, one at a time in each lane, and decides what becomes of those that
 * cannot be had.
 */
@Component
class Downloader {

	private static final Logger logger = LoggerFactory.getLogger(Downloader.class);

	private static final Duration WHILE_LOCKED = Duration.ofSeconds(5);

	/** People's uploads go before. */
	private static final Duration WHILE_BUSY = Duration.ofSeconds(30);

	private final DownloadProgress progress;

	private final FileFetcher fetcher;

	private final ImageLibrary library;

	private final Clock clock;

	Downloader(DownloadProgress progress, FileFetcher fetcher, ImageLibrary library, Clock clock) {
		this.progress = progress;
		this.fetcher = fetcher;
		this.library = library;
		this.clock = clock;
	}

	/**
	 * Fetches the next file.
	 * @param lane the lane that it is fetched in, from 1
	 * @param stopping tells that the service is stopping
	 * @return what came of it
	 */
	Turn next(int lane, BooleanSupplier stopping) {
		return this.progress.take(lane)
			.map((file) -> fetch(file, new Download.Key(file.importId(), file.position()), stopping))
			.orElse(Turn.NOTHING);
	}

	private Turn fetch(WantedFile file, Download.Key id, BooleanSupplier stopping) {
		try {
			if (this.library.draft(file.imageId()).artifact() != null) {
				return skip(id, "The image has an artifact already");
			}
			this.fetcher.fetch(file, id, new Arrival(id, this.progress, stopping, this.clock));
			logger.atInfo().addKeyValue("import", id.importId()).addKeyValue("image", file.imageId()).log("File kept");
			return Turn.DONE;
		}
		catch (Arrival.StoppingException ex) {
			return postpone(id, Duration.ZERO);
		}
		catch (Arrival.UnwantedException | UploadUnwantedException ex) {
			return leave(id);
		}
		catch (ImageConflictException | ImageNotFoundException ex) {
			return skip(id, String.valueOf(ex.getMessage()));
		}
		catch (DataAccessException | TransactionException ex) {
			// The task is tried again, and begins with this file.
			throw ex;
		}
		catch (RuntimeException ex) {
			// What fails because the service stops is no fault of the file.
			return stopping.getAsBoolean() ? postpone(id, Duration.ZERO) : fail(id, ex);
		}
	}

	private Turn fail(Download.Key id, RuntimeException failure) {
		return switch (failure) {
			case SourceException ex when ex.chance() == SourceException.Chance.ANEW -> {
				this.progress.forget(id);
				yield retry(id, String.valueOf(ex.getMessage()));
			}
			case SourceException ex when ex.chance() != SourceException.Chance.NONE ->
				retry(id, String.valueOf(ex.getMessage()));
			case UploadRefusedException ex when ex.reason() == UploadRefusedException.Reason.BUSY ->
				postpone(id, WHILE_BUSY);
			case SourceException ex -> giveUp(id, String.valueOf(ex.getMessage()));
			case UploadRefusedException ex -> giveUp(id, String.valueOf(ex.getMessage()));
			case UploadUnavailableException ex when ex.reason() == UploadUnavailableException.Reason.LOCKED ->
				postpone(id, WHILE_LOCKED);
			case UploadUnavailableException ex -> {
				this.progress.forget(id);
				yield retry(id, "What had arrived of it is gone");
			}
			case StoreException _, UploadGivenUpException _ ->
				retry(id, "It could not be kept; the log of the service has the reason");
			default -> {
				logger.atError().setCause(failure).addKeyValue("import", id.importId()).log("File cannot be fetched");
				yield retry(id, "The service failed to fetch it; its log has the reason");
			}
		};
	}

	private Turn postpone(Download.Key id, Duration pause) {
		this.progress.interrupt(id, pause);
		return Turn.POSTPONED;
	}

	private Turn retry(Download.Key id, String reason) {
		if (!this.progress.retry(id, reason)) {
			return leave(id);
		}
		log(id, reason);
		return Turn.POSTPONED;
	}

	private Turn giveUp(Download.Key id, String reason) {
		if (!this.progress.settle(id, DownloadState.FAILED, reason)) {
			return leave(id);
		}
		log(id, reason);
		return Turn.DONE;
	}

	private Turn skip(Download.Key id, String reason) {
		this.progress.settle(id, DownloadState.SKIPPED, reason);
		return Turn.DONE;
	}

	private Turn leave(Download.Key id) {
		this.progress.forget(id);
		logger.atInfo().addKeyValue("import", id.importId()).log("Fetching was cancelled");
		return Turn.DONE;
	}

	private static void log(Download.Key id, String reason) {
		logger.atWarn()
			.addKeyValue("import", id.importId())
			.addKeyValue("position", id.position())
			.addKeyValue("reason", reason)
			.log("File was not fetched");
	}

	/**
	 * What came of a lane's turn.
	 */
	enum Turn {

		/** No file waits that is due. */
		NOTHING,

		/** A file came to its end. */
		DONE,

		/** A file waits for another try. */
		POSTPONED

	}

}
