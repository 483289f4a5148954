package cellar.catalog.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import cellar.catalog.store.MultipartStore;
import cellar.catalog.transfer.Digests;
import cellar.catalog.transfer.ObjectJoiner;
import cellar.catalog.transfer.Transfer;
import cellar.catalog.transfer.TruncatedBodyException;
import cellar.catalog.upload.UploadGivenUpException;
import cellar.catalog.upload.UploadProgress;

/**
 * Puts files into the store, and makes sure that they are there whole.
 */
@Component
class ArtifactWriter {

	private final UploadProgress progress;

	private final MultipartStore parts;

	private final ObjectJoiner joiner;

	private final Proofs proofs;

	ArtifactWriter(UploadProgress progress, MultipartStore parts, ObjectJoiner joiner, Proofs proofs) {
		this.progress = progress;
		this.parts = parts;
		this.joiner = joiner;
		this.proofs = proofs;
	}

	/**
	 * Writes a file while it arrives.
	 * @param file the file
	 * @param id the upload
	 * @param key where the store keeps it
	 * @return what has arrived
	 * @throws UploadRefusedException if it is not what was promised
	 */
	Digests.Result write(IncomingFile file, UUID id, String key) {
		String multipartId = this.parts.begin(key, "application/octet-stream");
		noteMultipartId(id, key, multipartId);
		try (Proof proof = this.proofs.begin()) {
			List<MultipartStore.Part> sent = send(file, id, key, multipartId, proof);
			Digests.Result arrived = proof.result();
			checkDigest(file, arrived);
			this.joiner.join(key, multipartId, sent, file.size());
			return arrived;
		}
	}

	private void noteMultipartId(UUID id, String key, String multipartId) {
		try {
			this.progress.noteMultipartId(id, multipartId);
		}
		catch (UploadGivenUpException ex) {
			// Nobody else will ever know its name.
			this.parts.abort(key, multipartId);
			throw ex;
		}
	}

	private List<MultipartStore.Part> send(IncomingFile file, UUID id, String key, String multipartId, Proof proof) {
		Transfer transfer = new Transfer(this.parts, () -> this.progress.touch(id));
		try (InputStream body = file.body().open()) {
			return transfer.send(body, file.size(), key, multipartId, proof::update);
		}
		catch (TruncatedBodyException ex) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TRUNCATED, String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			throw new UploadRefusedException(UploadRefusedException.Reason.TRUNCATED,
					"The connection broke before the whole file had arrived; send it again");
		}
	}

	private static void checkDigest(IncomingFile file, Digests.Result arrived) {
		file.expected().contradiction(arrived).ifPresent((contradiction) -> {
			throw new UploadRefusedException(UploadRefusedException.Reason.DIFFERENT, contradiction);
		});
	}

}
