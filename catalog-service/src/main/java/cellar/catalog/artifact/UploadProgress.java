package cellar.catalog.artifact;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.Artifact;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;

/**
 * What the database knows of uploads, one transaction for each step.
 */
@Component
@Transactional
class UploadProgress {

	private final Uploads uploads;

	private final ImageLibrary library;

	private final Clock clock;

	UploadProgress(Uploads uploads, ImageLibrary library, Clock clock) {
		this.uploads = uploads;
		this.library = library;
		this.clock = clock;
	}

	void open(UUID id, ImageDetails draft, String key, String actor) {
		this.uploads.save(new Upload(id, draft.id(), key, actor, this.clock.instant()));
	}

	void name(UUID id, String multipartId) {
		if (this.uploads.name(id, multipartId) == 0) {
			throw givenUp();
		}
	}

	void touch(UUID id) {
		if (this.uploads.touch(id, this.clock.instant()) == 0) {
			throw givenUp();
		}
	}

	ImageDetails bind(ImageDetails draft, Artifact artifact) {
		if (this.uploads.bind(artifact.uploadId()) == 0) {
			throw givenUp();
		}
		return this.library.attach(draft, artifact);
	}

	void abandon(UUID id) {
		this.uploads.abandon(id);
	}

	private static UploadRefusedException givenUp() {
		return new UploadRefusedException(UploadRefusedException.Reason.GIVEN_UP,
				"The upload was silent for too long and was given up; send the file again");
	}

}
