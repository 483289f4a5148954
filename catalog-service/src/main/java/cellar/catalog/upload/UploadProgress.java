package cellar.catalog.upload;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
public class UploadProgress {

	private final Uploads uploads;

	private final ImageLibrary library;

	private final List<UploadOwner> owners;

	private final Clock clock;

	UploadProgress(Uploads uploads, ImageLibrary library, List<UploadOwner> owners, Clock clock) {
		this.uploads = uploads;
		this.library = library;
		this.owners = List.copyOf(owners);
		this.clock = clock;
	}

	/**
	 * Makes an upload known, before anything of it is in the store.
	 * @param id the upload
	 * @param draft the image it is for
	 * @param key where its object will be
	 * @param actor who sends it
	 */
	public void open(UUID id, ImageDetails draft, String key, String actor) {
		this.uploads.saveAndFlush(new Upload(id, draft.id(), key, actor, false, this.clock.instant()));
	}

	/**
	 * Makes an upload known that may be silent for longer, since it can go on.
	 * @param id the upload
	 * @param draft the image it is for
	 * @param key where its object will be
	 * @param actor who sends it
	 */
	public void openResumable(UUID id, ImageDetails draft, String key, String actor) {
		this.uploads.saveAndFlush(new Upload(id, draft.id(), key, actor, true, this.clock.instant()));
	}

	/**
	 * Finds an upload that is not forgotten yet.
	 * @param id the upload
	 * @return what is known of it
	 */
	@Transactional(readOnly = true)
	public Optional<UploadDetails> find(UUID id) {
		return this.uploads.findById(id).map(Upload::details);
	}

	/**
	 * Notes what the store calls an upload.
	 * @param id the upload
	 * @param multipartId its name there
	 * @throws UploadGivenUpException if it was given up
	 */
	public void noteMultipartId(UUID id, String multipartId) {
		if (this.uploads.noteMultipartId(id, multipartId) == 0) {
			throw new UploadGivenUpException(id);
		}
	}

	/**
	 * Notes a sign of life.
	 * @param id the upload
	 * @throws UploadGivenUpException if it was given up
	 */
	public void touch(UUID id) {
		if (this.uploads.touch(id, this.clock.instant()) == 0) {
			throw new UploadGivenUpException(id);
		}
	}

	/**
	 * Gives a draft what has arrived, and so keeps it for good.
	 * @param draft the draft as it was when the upload began
	 * @param artifact what has arrived
	 * @return the image
	 * @throws UploadGivenUpException if the upload was given up
	 * @throws UploadUnwantedException if its owner does not want it any more
	 */
	public ImageDetails bind(ImageDetails draft, Artifact artifact) {
		if (this.uploads.bind(artifact.uploadId()) == 0) {
			throw new UploadGivenUpException(artifact.uploadId());
		}
		ImageDetails image = this.library.attach(draft, artifact, this.uploads.findActorById(artifact.uploadId()));
		this.owners.forEach((owner) -> owner.keeping(artifact));
		return image;
	}

	/**
	 * Gives an upload up, so that its remains are removed.
	 * @param id the upload
	 */
	public void abandon(UUID id) {
		this.uploads.abandon(id);
	}

	/**
	 * Gives uploads up without waiting for anybody.
	 * @param ids the uploads; what somebody changes at this moment is left alone
	 */
	public void abandonFree(Collection<UUID> ids) {
		this.uploads.abandonFree(ids);
	}

}
