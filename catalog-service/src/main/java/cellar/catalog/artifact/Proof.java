package cellar.catalog.artifact;

import org.jspecify.annotations.Nullable;

import cellar.catalog.inspection.Inspection;
import cellar.catalog.inspection.Verdict;
import cellar.catalog.transfer.Digests;

/**
 * What a file turns out to be while its bytes pass once: its checksums, and whether it is
 * an image at all.
 */
public final class Proof implements AutoCloseable {

	private final Digests digests = new Digests();

	private final @Nullable Inspection inspection;

	Proof(@Nullable Inspection inspection) {
		this.inspection = inspection;
	}

	/**
	 * Takes the next bytes of the file.
	 * @param buffer where they are
	 * @param offset where they begin
	 * @param length how many there are
	 * @throws UploadRefusedException if it is clear already that the file is no image
	 */
	public void update(byte[] buffer, int offset, int length) {
		this.digests.update(buffer, offset, length);
		if (this.inspection != null) {
			this.inspection.accept(buffer, offset, length);
			this.inspection.refusal().ifPresent(Proof::refuse);
		}
	}

	/**
	 * Ends the file.
	 * @return its checksums
	 * @throws UploadRefusedException if it is no image
	 */
	public Digests.Result result() {
		if (this.inspection != null && this.inspection.finish() instanceof Verdict.Refused refused) {
			refuse(refused);
		}
		return this.digests.result();
	}

	private static void refuse(Verdict.Refused refused) {
		throw new UploadRefusedException(UploadRefusedException.Reason.CONTENT, refused.sentence());
	}

	@Override
	public void close() {
		if (this.inspection != null) {
			this.inspection.close();
		}
	}

}
