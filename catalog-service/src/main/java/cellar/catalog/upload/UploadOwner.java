package cellar.catalog.upload;

import cellar.catalog.library.Artifact;

/**
 * Whoever wants what uploads bring, beside the image.
 */
public interface UploadOwner {

	/**
	 * Called for each upload in the transaction that gives the image its file.
	 * @param artifact what has arrived
	 * @throws UploadUnwantedException if it is one of theirs and not wanted any more
	 */
	void keeping(Artifact artifact);

}
