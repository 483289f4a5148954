package cellar.gateway.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the time until the whole head of an answer is there, and from then on the time
 * between two reads of its body. A time limit of the socket alone would begin anew with
 * each byte of a head that drips.
 */
final class HeadDeadline extends HttpRequestExecutor implements AutoCloseable {

	private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("origin-deadline").factory());

	private final Timeouts timeouts;

	HeadDeadline(Timeouts timeouts) {
		this.timeouts = timeouts;
		this.clock.setRemoveOnCancelPolicy(true);
	}

	@Override
	public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
			@Nullable HttpResponseInformationCallback information, HttpContext context)
			throws IOException, HttpException {
		AtomicBoolean over = new AtomicBoolean();
		Future<?> deadline = this.clock.schedule(() -> {
			over.set(true);
			connection.close(CloseMode.IMMEDIATE);
		}, this.timeouts.firstByte().toMillis(), TimeUnit.MILLISECONDS);
		try {
			ClassicHttpResponse response = super.execute(request, connection, information, context);
			connection.setSocketTimeout(Timeout.of(this.timeouts.idle()));
			return response;
		}
		catch (IOException | HttpException ex) {
			if (over.get()) {
				throw late(ex);
			}
			throw ex;
		}
		finally {
			deadline.cancel(false);
		}
	}

	private IOException late(Exception cause) {
		IOException late = new SocketTimeoutException("No whole head within " + this.timeouts.firstByte());
		late.initCause(cause);
		return late;
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
	}

}
