package cellar.gateway.origin;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The body of an answer of the HTTP client.
 */
class WireBody implements OriginBody {

	private final Wire wire;

	private final @Nullable InputStream content;

	private final IntConsumer counter;

	private boolean ended;

	WireBody(Wire wire, @Nullable InputStream content, IntConsumer counter) {
		this.wire = wire;
		this.content = content;
		this.counter = counter;
	}

	@Override
	public int read(byte[] buffer) throws IOException {
		int read = (this.content != null) ? this.content.read(buffer) : -1;
		this.ended = read < 0;
		if (read > 0) {
			this.counter.accept(read);
		}
		else if (this.ended) {
			// Others may go on before the last reader of this body does.
			this.wire.release();
		}
		return read;
	}

	@Override
	public void close() {
		if (!this.ended && this.content != null) {
			// Closing the stream alone would read the rest of it.
			this.wire.breakOff();
		}
		else {
			this.wire.release();
		}
	}

}
