package cellar.catalog.download;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import cellar.catalog.artifact.ArtifactIntake;
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

	private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,149}");

	private final DownloadProgress progress;

	private final RemoteFiles files;

	private final ArtifactIntake intake;

	private final DownloadProperties properties;

	private final Clock clock;

	Downloader(DownloadProgress progress, RemoteFiles files, ArtifactIntake intake, DownloadProperties properties,
			Clock clock) {
		this.progress = progress;
		this.files = files;
		this.intake = intake;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Fetches the next file.
	 * @param lane the lane that it is fetched in, from 1
	 * @param stopping tells that the service is stopping
	 * @return whether there was one
	 */
	boolean next(int lane, BooleanSupplier stopping) {
		if (lane > this.properties.concurrentFetches()) {
			return false;
		}
		Optional<WantedFile> wanted = this.progress.take(lane);
		wanted.ifPresent((file) -> fetch(file, new Download.Key(file.importId(), file.position()), stopping));
		return wanted.isPresent();
	}

	private void fetch(WantedFile file, Download.Key id, BooleanSupplier stopping) {
		try {
			settle(id, take(file, id, new Arrival(id, this.progress, stopping, this.clock)));
		}
		catch (SourceException ex) {
			fail(id, String.valueOf(ex.getMessage()), ex.chance() != SourceException.Chance.NONE);
		}
		catch (Arrival.StoppingException ex) {
			this.progress.interrupt(id);
		}
		catch (Arrival.UnwantedException | UploadUnwantedException ex) {
			logger.atInfo().addKeyValue("import", id.importId()).log("Fetching was cancelled");
		}
		catch (DataAccessException | TransactionException ex) {
			// The task is tried again, and begins with this file.
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.atError().setCause(ex).addKeyValue("import", id.importId()).log("File cannot be fetched");
			fail(id, "The service failed to fetch it; its log has the reason", true);
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

	private void settle(Download.Key id, ArtifactIntake.Outcome outcome) {
		switch (outcome) {
			case ArtifactIntake.Kept kept -> logger.atInfo()
				.addKeyValue("import", id.importId())
				.addKeyValue("image", kept.imageId())
				.log("File kept");
			case ArtifactIntake.Unwanted unwanted -> this.progress.settle(id, DownloadState.SKIPPED, unwanted.reason());
			case ArtifactIntake.Refused refused -> fail(id, refused.reason(), refused.passing());
		}
	}

	private void fail(Download.Key id, String reason, boolean passing) {
		logger.atWarn()
			.addKeyValue("import", id.importId())
			.addKeyValue("position", id.position())
			.addKeyValue("reason", reason)
			.log("File was not fetched");
		if (passing) {
			this.progress.retry(id, reason);
		}
		else {
			this.progress.settle(id, DownloadState.FAILED, reason);
		}
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

	private static @Nullable String fileName(URI url) {
		String path = url.getPath();
		String last = path.substring(path.lastIndexOf('/') + 1);
		return FILE_NAME.matcher(last).matches() ? last : null;
	}

}
