package cellar.catalog.download;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.catalog.artifact.FileRules;
import cellar.catalog.resumption.ResumableUploads;
import cellar.catalog.resumption.UploadStatus;
import cellar.catalog.resumption.UploadUnavailableException;
import cellar.catalog.resumption.WantedUpload;
import cellar.catalog.source.RemoteFile;
import cellar.catalog.source.RemoteFiles;
import cellar.catalog.source.SourceException;

/**
 * Brings a file here by an upload that goes on: what has arrived outlives the attempt and
 * the process.
 */
@Component
class FileFetcher {

	private static final int MAX_VALIDATOR = 1000;

	private final RemoteFiles files;

	private final ResumableUploads uploads;

	private final DownloadProgress progress;

	private final FileRules rules;

	private final DownloadProperties properties;

	private final Clock clock;

	FileFetcher(RemoteFiles files, ResumableUploads uploads, DownloadProgress progress, FileRules rules,
			DownloadProperties properties, Clock clock) {
		this.files = files;
		this.uploads = uploads;
		this.progress = progress;
		this.rules = rules;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Fetches a file, from where an earlier attempt stopped if that is possible. Its
	 * image has it afterwards.
	 * @param file the file
	 * @param id the same
	 * @param arrival is told how far it has come
	 */
	void fetch(WantedFile file, Download.Key id, Arrival arrival) {
		RemoteSource source = new RemoteSource(this.files, Objects.requireNonNull(file.url()));
		Optional<DownloadProgress.Begun> begun = this.progress.begun(id);
		Optional<UploadStatus> status = begun.flatMap((known) -> status(known.uploadId()));
		String validator = begun.map(DownloadProgress.Begun::validator).orElse(null);
		if (status.isPresent() && status.get().offset() == status.get().size()) {
			this.uploads.takeOver(status.get().id());
			this.uploads.append(status.get().id(), status.get().offset(), InputStream.nullInputStream());
		}
		else if (status.isPresent() && status.get().offset() > 0 && validator != null) {
			goOn(status.get(), source, validator, arrival);
		}
		else {
			begin(file, id, source, arrival);
		}
	}

	private Optional<UploadStatus> status(UUID uploadId) {
		try {
			return Optional.of(this.uploads.status(uploadId)).filter((status) -> switch (status.state()) {
				case RECEIVING, FINISHING -> true;
				case KEPT, GONE -> false;
			});
		}
		catch (UploadUnavailableException ex) {
			return Optional.empty();
		}
	}

	private void begin(WantedFile file, Download.Key id, RemoteSource source, Arrival arrival) {
		try (RemoteFile whole = source.whole()) {
			long size = this.rules.checkedSize(size(whole, file.size()));
			String validator = validator(whole);
			UUID uploadId = this.progress.open(id, new WantedUpload(file.imageId(), fileName(source.url()), size,
					file.content().sha256(), "", file.actor()), validator);
			receive(uploadId, new ResumingBody(source, whole, validator, 0, size, watch(arrival, 0, size)), 0);
		}
	}

	private void goOn(UploadStatus status, RemoteSource source, String validator, Arrival arrival) {
		long offset = status.offset();
		long size = status.size();
		try (RemoteFile rest = source.rest(offset, size, validator)) {
			this.uploads.takeOver(status.id());
			receive(status.id(), new ResumingBody(source, rest, validator, offset, size, watch(arrival, offset, size)),
					offset);
		}
	}

	private void receive(UUID uploadId, ResumingBody body, long offset) {
		try (body) {
			this.uploads.append(uploadId, offset, body);
		}
	}

	private ResumingBody.Watch watch(Arrival arrival, long offset, long size) {
		return new Arrival.Watch(arrival, new RateFloor(this.properties.minRate().toBytes(), offset, this.clock), size);
	}

	private static @Nullable String validator(RemoteFile file) {
		String validator = file.validator();
		return (validator != null && validator.length() <= MAX_VALIDATOR) ? validator : null;
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

}
