package cellar.gateway.version;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;
import cellar.gateway.origin.OriginBody;

/**
 * A part that the origin gives nothing after.
 */
public final class ExactBody implements PartBody {

	private final OriginBody body;

	/**
	 * Takes a part as the origin gives it.
	 * @param body the part, which goes over to this
	 */
	public ExactBody(OriginBody body) {
		this.body = body;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		return this.body.read(buffer, offset, length);
	}

	@Override
	public @Nullable Proof proof() {
		return this.body.proof();
	}

	@Override
	public boolean goesOn() {
		return false;
	}

	@Override
	public void extend(long bytes) {
		throw new IllegalStateException("The origin gives no more than this part");
	}

	@Override
	public void close() {
		this.body.close();
	}

}
