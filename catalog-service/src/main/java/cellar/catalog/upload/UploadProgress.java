package cellar.catalog.upload;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.Artifact;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.library.SharedContent;

/**
 * What the database knows of uploads, one transaction for each step.
 */
@Component
@Transactional
public class UploadProgress {

	private final Uploads uploads;

	private final ImageLibrary library;

	private final SharedContent content;

	private final List<UploadOwner> owners;

	private final Clock clock;

	UploadProgress(Uploads uploads, ImageLibrary library, SharedContent content, List<UploadOwner> owners,
			Clock clock) {
		this.uploads = uploads;
		this.library = library;
		this.content = content;
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
	 * Keeps an upload from being given up until the transaction ends, and does not count
	 * as a sign of life.
	 * @param id the upload
	 * @throws UploadGivenUpException if that has happened already
	 */
	public void hold(UUID id) {
		if (this.uploads.hold(id) == 0) {
			throw new UploadGivenUpException(id);
		}
	}

	/**
	 * Gives a draft what has arrived, and so keeps it for good. What is kept already is
	 * kept once: the draft gets the object that has it, and the one that arrived is given
	 * up. Whether that object is still in the store has to be known before.
	 * @param draft the draft as it was when the upload began
	 * @param arrived what has arrived
	 * @param sightings keys that were looked for in the store, and whether they are there
	 * whole
	 * @param afterWithdrawal whether it may be what was withdrawn from all images that
	 * had it
	 * @return the image, or the key that has to be looked for
	 * @throws UploadGivenUpException if the upload was given up
	 * @throws UploadUnwantedException if its owner does not want it any more
	 * @throws ContentWithdrawnException if it was withdrawn
	 */
	public Binding bind(ImageDetails draft, Artifact arrived, Map<String, Boolean> sightings, boolean afterWithdrawal) {
		this.content.lock(arrived.sha256());
		List<String> withdrawn = this.content.withdrawn(arrived.sha256());
		if (!withdrawn.isEmpty() && !afterWithdrawal) {
			throw new ContentWithdrawnException(withdrawn);
		}
		for (Uploads.KeptObject kept : this.uploads.holdKept(arrived.sha256(), arrived.size())) {
			Boolean whole = sightings.get(kept.getKey());
			if (whole == null) {
				return new Binding.Unseen(kept.getKey());
			}
			if (whole) {
				return attach(draft, arrived, kept, this.uploads.keepAs(arrived.uploadId(), kept.getId()));
			}
		}
		return attach(draft, arrived, null, this.uploads.bind(arrived.uploadId()));
	}

	private Binding attach(ImageDetails draft, Artifact arrived, Uploads.@Nullable KeptObject kept, int noted) {
		UUID id = arrived.uploadId();
		if (noted == 0) {
			throw new UploadGivenUpException(id);
		}
		Artifact named = (kept != null)
				? new Artifact(kept.getId(), kept.getKey(), arrived.size(), arrived.sha256(), arrived.md5()) : arrived;
		ImageDetails image = this.library.attach(draft, named, this.uploads.findActorById(id));
		this.owners.forEach((owner) -> owner.keeping(arrived));
		return new Binding.Bound(image, kept != null);
	}

	/**
	 * Gives up objects that no image names any more.
	 */
	void abandonUnnamed() {
		List<UUID> unnamed = this.uploads.lockUnnamed();
		if (!unnamed.isEmpty()) {
			this.uploads.abandonUnnamed(unnamed);
		}
	}

	/**
	 * Gives an upload up, so that its remains are removed.
	 * @param id the upload
	 * @return whether it was still running
	 */
	public boolean abandon(UUID id) {
		return this.uploads.abandon(id) > 0;
	}

	/**
	 * Gives uploads up without waiting for anybody.
	 * @param ids the uploads; what somebody changes at this moment is left alone
	 */
	public void abandonFree(Collection<UUID> ids) {
		this.uploads.abandonFree(ids);
	}

}
