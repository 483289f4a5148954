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
		if (this.body == null || from != this.position) {
			close();
			this.body = this.resumption.open(from);
			this.position = from;
		}
		byte[] bytes = (buffer.remaining() < this.chunk.length) ? new byte[buffer.remaining()] : this.chunk;
		int read = this.body.read(bytes);
		if (read > 0) {
			buffer.put(bytes, 0, read);
			this.position += read;
		}
		return read;
	}

	@Override
	public synchronized void close() {
		if (this.body != null) {
			this.body.close();
			this.body = null;
		}
	}

}
