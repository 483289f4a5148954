package cellar.catalog.download;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import cellar.catalog.artifact.ArtifactIntake;
import cellar.catalog.artifact.FileRules;
import cellar.catalog.source.RemoteFile;
import cellar.catalog.source.RemoteFiles;
import cellar.catalog.source.SourceException;
import cellar.catalog.upload.UploadUnwantedException;

/**
 * Fetches files, one at a time in each lane, and hands them over as they arrive.
 */
@Component
class Downloader {

	private static final Logger logger = LoggerFactory.getLogger(Downloader.class);

	private final DownloadProgress progress;

	private final RemoteFiles files;

	private final ArtifactIntake intake;

	private final FileRules rules;

	private final DownloadProperties properties;

	private final Clock clock;

	Downloader(DownloadProgress progress, RemoteFiles files, ArtifactIntake intake, FileRules rules,
			DownloadProperties properties, Clock clock) {
		this.progress = progress;
		this.files = files;
		this.intake = intake;
		this.rules = rules;
		this.properties = properties;
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
			return settle(id, take(file, id, new Arrival(id, this.progress, stopping, this.clock)));
		}
		catch (SourceException ex) {
			return fail(id, String.valueOf(ex.getMessage()), ex.chance() != SourceException.Chance.NONE);
		}
		catch (Arrival.StoppingException ex) {
			this.progress.interrupt(id);
			return Turn.POSTPONED;
		}
		catch (Arrival.UnwantedException | UploadUnwantedException ex) {
			logger.atInfo().addKeyValue("import", id.importId()).log("Fetching was cancelled");
			return Turn.DONE;
		}
		catch (DataAccessException | TransactionException ex) {
			// The task is tried again, and begins with this file.
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.atError().setCause(ex).addKeyValue("import", id.importId()).log("File cannot be fetched");
			return fail(id, "The service failed to fetch it; its log has the reason", true);
		}
	}

	private ArtifactIntake.Outcome take(WantedFile file, Download.Key id, Arrival arrival) {
		URI url = Objects.requireNonNull(file.url());
		Optional<String> objection = this.intake.objection(file.imageId());
		if (objection.isPresent()) {
			return new ArtifactIntake.Unwanted(objection.get());
		}
		RemoteSource source = new RemoteSource(this.files, url);
		RemoteFile first = source.whole();
		try (first) {
			long size = size(first, file.size());
			ResumingBody.Watch watch = new Arrival.Watch(arrival,
					new RateFloor(this.properties.minRate().toBytes(), this.clock), size);
			UUID uploadId = UUID.randomUUID();
			if (!this.progress.arrivesBy(id, uploadId)) {
				throw new Arrival.UnwantedException();
			}
			return this.intake.take(new ArtifactIntake.Offer(uploadId, file.imageId(), fileName(url), size,
					file.content(), () -> new ResumingBody(source, first, size, watch), file.actor()));
		}
	}

	private Turn settle(Download.Key id, ArtifactIntake.Outcome outcome) {
		return switch (outcome) {
			case ArtifactIntake.Kept kept -> {
				logger.atInfo()
					.addKeyValue("import", id.importId())
					.addKeyValue("image", kept.imageId())
					.log("File kept");
				yield Turn.DONE;
			}
			case ArtifactIntake.Unwanted unwanted -> {
				this.progress.settle(id, DownloadState.SKIPPED, unwanted.reason());
				yield Turn.DONE;
			}
			case ArtifactIntake.Refused refused -> fail(id, refused.reason(), refused.passing());
		};
	}

	private Turn fail(Download.Key id, String reason, boolean passing) {
		logger.atWarn()
			.addKeyValue("import", id.importId())
			.addKeyValue("position", id.position())
			.addKeyValue("reason", reason)
			.log("File was not fetched");
		if (passing) {
			this.progress.retry(id, reason);
			return Turn.POSTPONED;
		}
		this.progress.settle(id, DownloadState.FAILED, reason);
		return Turn.DONE;
	}

	private static long size(RemoteFile file, @Nullable Long expected) {
		long size = file.headers().getContentLength();
		if (size < 0) {
			throw SourceException.lasting("The server does not tell how long the file is");
		}
		if (expected != null && expected != size) {
			throw SourceException.lasting("The file has %d bytes; the catalog promised %d".formatted(size, expected));
		}
		return size;
	}

	private @Nullable String fileName(URI url) {
		String path = url.getPath();
		String last = path.substring(path.lastIndexOf('/') + 1);
		return this.rules.isName(last) ? last : null;
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
