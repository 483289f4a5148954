package cellar.common.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

import cellar.common.problem.BodyTooLargeException;

/**
 * A request whose body can be read up to a limit. It holds nothing of the body: what
 * nobody reads costs nothing.
 */
class LimitedRequest extends HttpServletRequestWrapper {

	private final long limit;

	private @Nullable ServletInputStream body;

	LimitedRequest(HttpServletRequest request, long limit) {
		super(request);
		this.limit = limit;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (this.body == null) {
			this.body = new LimitedBody(super.getInputStream(), this.limit);
		}
		return this.body;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		return new BufferedReader(new InputStreamReader(getInputStream(),
				Objects.requireNonNullElse(getCharacterEncoding(), StandardCharsets.UTF_8.name())));
	}

	private static final class LimitedBody extends ServletInputStream {

		private final ServletInputStream content;

		private final long limit;

		private long count;

		private LimitedBody(ServletInputStream content, long limit) {
			this.content = content;
			this.limit = limit;
		}

		@Override
		public int read() throws IOException {
			int value = this.content.read();
			count((value < 0) ? 0 : 1);
			return value;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int read = this.content.read(target, offset, length);
			count(Math.max(read, 0));
			return read;
		}

		private void count(int more) throws BodyTooLargeException {
			this.count += more;
			if (this.count > this.limit) {
				throw new BodyTooLargeException(this.limit);
			}
		}

		@Override
		public boolean isFinished() {
			return this.content.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.content.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.content.setReadListener(listener);
		}

	}

}
