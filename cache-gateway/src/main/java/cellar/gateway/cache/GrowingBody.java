package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One reader's view of a body that is being fetched.
 */
class GrowingBody implements Body {

	private final GrowingFile file;

	private final LiveBody rest;

	private final AtomicBoolean closed = new AtomicBoolean();

	GrowingBody(GrowingFile file, LiveBody rest) {
		this.file = file;
		this.rest = rest;
	}

	@Override
	public int read(ByteBuffer buffer, long position) throws IOException {
		int read = this.file.read(buffer, position);
		return (read != 0) ? read : this.rest.read(buffer, position);
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.file.release();
			this.rest.close();
		}
	}

}
