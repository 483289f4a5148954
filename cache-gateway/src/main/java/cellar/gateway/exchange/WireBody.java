package cellar.gateway.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.jspecify.annotations.Nullable;

import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginFault;

/**
 * The body of an answer of the HTTP client.
 */
class WireBody implements OriginBody {

	private final Wire wire;

	private final @Nullable InputStream content;

	private final IntConsumer counter;

	private final Consumer<OriginFault> faults;

	private boolean ended;

	WireBody(Wire wire, @Nullable InputStream content, IntConsumer counter, Consumer<OriginFault> faults) {
		this.wire = wire;
		this.content = content;
		this.counter = counter;
		this.faults = faults;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = (this.content != null) ? read(this.content, buffer, offset, length) : -1;
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

	private int read(InputStream stream, byte[] buffer, int offset, int length) throws IOException {
		try {
			return stream.read(buffer, offset, length);
		}
		catch (IOException ex) {
			this.faults.accept(fault(ex));
			throw ex;
		}
	}

	private static OriginFault fault(IOException cause) {
		return switch (cause) {
			case SocketTimeoutException _ -> OriginFault.STALLED;
			case ConnectionClosedException _, MalformedChunkCodingException _ -> OriginFault.TRUNCATED;
			default -> OriginFault.BROKEN_OFF;
		};
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
