package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;

import cellar.gateway.origin.OriginBody;

/**
 * A body straight from the origin, for one client only. It goes on with a new request
 * where the one at hand does not reach, and only within the same version of the object.
 */
class LiveBody implements Body {

	private final Resumption resumption;

	private final byte[] chunk = new byte[64 * 1024];

	private @Nullable OriginBody body;

	private long position;

	LiveBody(Resumption resumption, @Nullable OriginBody body) {
		this.resumption = resumption;
		this.body = body;
	}

	@Override
	public synchronized int read(ByteBuffer buffer, long from) throws IOException {
		OriginBody at = at(from);
		byte[] bytes = (buffer.remaining() < this.chunk.length) ? new byte[buffer.remaining()] : this.chunk;
		int read = at.read(bytes);
		if (read > 0) {
			buffer.put(bytes, 0, read);
			this.position += read;
		}
		return read;
	}

	private OriginBody at(long from) throws IOException {
		OriginBody current = this.body;
		if (current != null && from > this.position && !this.resumption.isPossible()) {
			Resumption.skip(current, from - this.position);
		}
		else if (current == null || from != this.position) {
			close();
			current = this.resumption.open(from);
			this.body = current;
		}
		this.position = from;
		return current;
	}

	@Override
	public synchronized void close() {
		if (this.body != null) {
			this.body.close();
			this.body = null;
		}
	}

}
