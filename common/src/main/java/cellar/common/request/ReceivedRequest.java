package cellar.common.request;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose body is here already.
 */
class ReceivedRequest extends HttpServletRequestWrapper {

	private final Body body;

	private final int length;

	ReceivedRequest(HttpServletRequest request, byte[] body) {
		super(request);
		this.body = new Body(new ByteArrayInputStream(body));
		this.length = body.length;
	}

	@Override
	public int getContentLength() {
		return this.length;
	}

	@Override
	public long getContentLengthLong() {
		return this.length;
	}

	@Override
	public ServletInputStream getInputStream() {
		return this.body;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		return new BufferedReader(new InputStreamReader(this.body,
				Objects.requireNonNullElse(getCharacterEncoding(), StandardCharsets.UTF_8.name())));
	}

	private static final class Body extends ServletInputStream {

		private final ByteArrayInputStream content;

		private Body(ByteArrayInputStream content) {
			this.content = content;
		}

		@Override
		public int read() {
			return this.content.read();
		}

		@Override
		public int read(byte[] target, int offset, int count) {
			return this.content.read(target, offset, count);
		}

		@Override
		public boolean isFinished() {
			return this.content.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("The body is here already; read it");
		}

	}

}
