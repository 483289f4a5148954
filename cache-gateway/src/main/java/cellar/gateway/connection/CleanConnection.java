package cellar.gateway.connection;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that is not used again once it has brought more than was asked for. What
 * an origin sends behind the announced end of a body would pass for the next answer.
 */
final class CleanConnection extends DefaultManagedHttpClientConnection {

	private static final Timeout NO_TIME = Timeout.ofMilliseconds(1);

	private CleanConnection(String id, Http1Config config) {
		super(id, null, null, config, null, null, null, null);
	}

	/**
	 * Makes connections.
	 * @param config how they are read
	 * @return the factory
	 */
	static HttpConnectionFactory<ManagedHttpClientConnection> factory(Http1Config config) {
		AtomicLong count = new AtomicLong();
		return (socket) -> {
			CleanConnection connection = new CleanConnection("origin-" + count.incrementAndGet(), config);
			if (socket != null) {
				connection.bind(socket);
			}
			return connection;
		};
	}

	@Override
	public boolean isStale() throws IOException {
		return super.isStale() || isDataAvailable(NO_TIME);
	}

}
