package cellar.gateway.origin;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer of the HTTP client.
 */
class WireBody implements OriginBody {

	private final HttpUriRequestBase request;

	private final ClassicHttpResponse response;

	private final @Nullable InputStream content;

	private final IntConsumer counter;

	private boolean ended;

	WireBody(HttpUriRequestBase request, ClassicHttpResponse response, @Nullable InputStream content,
			IntConsumer counter) {
		this.request = request;
		this.response = response;
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
		return read;
	}

	@Override
	public void close() {
		if (!this.ended && this.content != null) {
			// Closing the stream alone would read the rest of it.
			this.request.cancel();
		}
		try {
			this.response.close();
		}
		catch (IOException ex) {
			// The connection was broken before; nobody waits for it.
		}
	}

}
