package cellar.gateway.pass;

import java.io.IOException;

import cellar.gateway.checksum.ChecksumMismatchException;
import cellar.gateway.origin.OriginBody;

/**
 * The rest of a body that proved wrong.
 */
final class RefutedBody implements OriginBody {

	private final ChecksumMismatchException mismatch;

	RefutedBody(ChecksumMismatchException mismatch) {
		this.mismatch = mismatch;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		throw new IOException("The body proved wrong", this.mismatch);
	}

	@Override
	public void close() {
	}

}
