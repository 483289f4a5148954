package cellar.catalog.resumption;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.catalog.artifact.ArtifactKeeper;
import cellar.catalog.artifact.Proof;
import cellar.catalog.artifact.Proofs;
import cellar.catalog.artifact.UploadMetrics;
import cellar.catalog.artifact.UploadRefusedException;
import cellar.catalog.library.Artifact;
import cellar.catalog.library.ArtifactDetails;
import cellar.catalog.library.ImageConflictException;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.store.ObjectReader;
import cellar.catalog.transfer.Digests;
import cellar.catalog.transfer.ObjectJoiner;
import cellar.catalog.upload.UploadDetails;

/**
 * Makes a whole upload the file of its image. Every step may be repeated.
 */
@Component
class UploadFinisher {

	private final Sessions sessions;

	private final ArtifactKeeper keeper;

	private final ImageLibrary library;

	private final ObjectJoiner joiner;

	private final MultipartStore parts;

	private final ObjectReader reader;

	private final Buckets buckets;

	private final Proofs proofs;

	private final UploadMetrics metrics;

	UploadFinisher(Sessions sessions, ArtifactKeeper keeper, ImageLibrary library, ObjectJoiner joiner,
			MultipartStore parts, ObjectReader reader, Buckets buckets, Proofs proofs, UploadMetrics metrics) {
		this.sessions = sessions;
		this.keeper = keeper;
		this.library = library;
		this.joiner = joiner;
		this.parts = parts;
		this.reader = reader;
		this.buckets = buckets;
		this.proofs = proofs;
		this.metrics = metrics;
	}

	/**
	 * Joins the parts, proves what they are, and gives the image its file.
	 * @param session the upload, of which all bytes are in the store
	 * @param upload the same upload
	 * @param multipartId what the store calls it
	 * @param passed its checksums, if one process has seen all of it pass
	 */
	void finish(Session session, UploadDetails upload, String multipartId, Digests.@Nullable Result passed) {
		this.metrics.count(() -> keep(session, upload, multipartId, passed));
		this.sessions.settle(upload.id());
	}

	private ImageDetails keep(Session session, UploadDetails upload, String multipartId,
			Digests.@Nullable Result passed) {
		String key = upload.key();
		this.joiner.join(key, multipartId, this.sessions.parts(upload.id()), session.size());
		// A process may have died before it could note what it had begun.
		this.parts.pending(key).forEach((begun) -> this.parts.abort(key, begun));
		Digests.Result arrived = (passed != null) ? passed : readBack(key);
		String expected = session.expectedSha256();
		if (expected != null && !expected.equals(arrived.sha256())) {
			throw new UploadRefusedException(UploadRefusedException.Reason.DIFFERENT,
					"The SHA-256 of what arrived is %s; expected was %s".formatted(arrived.sha256(), expected));
		}
		return this.keeper.keep(draft(session, upload),
				new Artifact(upload.id(), key, session.size(), arrived.sha256(), arrived.md5()), false);
	}

	private Digests.Result readBack(String key) {
		try (Proof proof = this.proofs.begin()) {
			this.reader.read(this.buckets.images(), key, proof::update);
			return proof.result();
		}
	}

	private ImageDetails draft(Session session, UploadDetails upload) {
		ImageDetails draft = this.library.draft(upload.imageId());
		ArtifactDetails artifact = draft.artifact();
		String named = (artifact != null) ? artifact.key() : null;
		if (!Objects.equals(named, session.replacedKey()) || !upload.key().startsWith(draft.name() + "/")) {
			throw new ImageConflictException(ImageConflictException.Reason.ARTIFACT_CHANGED,
					"The image got another file or name since this upload began; look at it before you repeat yours");
		}
		return draft;
	}

}
