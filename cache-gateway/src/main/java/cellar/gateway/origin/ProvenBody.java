package cellar.gateway.origin;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;
import cellar.gateway.checksum.RunningChecksum;

/**
 * A whole body whose last bytes are given away only after all of it has proved right. If
 * its length is not known its end is all that can be withheld.
 */
public final class ProvenBody implements OriginBody {

	private final OriginBody body;

	private final Proof proof;

	private final RunningChecksum checksum;

	private long left;

	private boolean checked;

	/**
	 * Watches a body.
	 * @param body the body, which goes over to this
	 * @param length its bytes, or -1 if that is unknown
	 * @param proof what proves it
	 */
	public ProvenBody(OriginBody body, long length, Proof proof) {
		this.body = body;
		this.proof = proof;
		this.checksum = proof.checksum().algorithm().start();
		this.left = length;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = this.body.read(buffer, offset, length);
		if (read > 0) {
			this.checksum.update(buffer, offset, read);
			this.left -= read;
		}
		if ((read < 0 || this.left == 0) && !this.checked) {
			this.proof.check(this.checksum.hex());
			this.checked = true;
		}
		return read;
	}

	@Override
	public @Nullable Proof proof() {
		return this.proof;
	}

	@Override
	public void close() {
		this.body.close();
	}

}
