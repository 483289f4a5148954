package cellar.catalog.download;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.artifact.UploadRefusedException;
import cellar.catalog.library.Artifact;
import cellar.catalog.transfer.Digests;
import cellar.catalog.upload.UploadOwner;
import cellar.catalog.upload.UploadUnwantedException;

/**
 * Makes the end of a file one with the file of its image: a cancel comes before both or
 * after both.
 */
@Component
class DownloadKeeper implements UploadOwner {

	private final Downloads downloads;

	private final Clock clock;

	DownloadKeeper(Downloads downloads, Clock clock) {
		this.downloads = downloads;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void keeping(Artifact artifact) {
		this.downloads.lockByUploadId(artifact.uploadId()).ifPresent((download) -> keep(download, artifact));
	}

	private void keep(Download download, Artifact artifact) {
		if (download.isSettled()) {
			throw new UploadUnwantedException("Nobody wants the file any more");
		}
		download.wanted()
			.content()
			.contradiction(new Digests.Result(artifact.sha256(), artifact.md5()))
			.ifPresent((contradiction) -> {
				throw new UploadRefusedException(UploadRefusedException.Reason.DIFFERENT, contradiction);
			});
		long size = artifact.size();
		download.arrive(size, size);
		download.settle(DownloadState.KEPT, null, this.clock.instant());
		this.downloads.save(download);
	}

}
