package cellar.simulation.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The open port. Every call has a virtual thread of its own and a body of bounded size.
 */
public final class Listener implements AutoCloseable {

	private static final Logger logger = System.getLogger(Listener.class.getName());

	private static final int MAX_BODY_BYTES = 512 * 1024;

	private static final int BACKLOG = 256;

	private final HttpServer server;

	private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

	private boolean served;

	private Listener(HttpServer server) {
		this.server = server;
	}

	/**
	 * Opens a port; callers wait until it is served.
	 * @param address the address and port, 0 for any free one
	 * @return the open port
	 */
	public static Listener bind(InetSocketAddress address) {
		try {
			return new Listener(HttpServer.create(address, BACKLOG));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot listen on " + address, ex);
		}
	}

	/**
	 * Begins to answer calls.
	 * @param handler what answers them
	 */
	public void serve(Handler handler) {
		this.server.setExecutor(this.executor);
		this.server.createContext("/", (exchange) -> answer(exchange, handler));
		start();
	}

	private void start() {
		this.served = true;
		this.server.start();
	}

	public InetSocketAddress address() {
		return this.server.getAddress();
	}

	private static void answer(HttpExchange exchange, Handler handler) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
			Reply reply = (body.length > MAX_BODY_BYTES) ? tooLarge() : handler.handle(callOf(exchange, body));
			switch (reply) {
				case Reply.Document document -> send(exchange, document);
				case Reply.Lost() -> {
					// Closing the exchange before any header closes the connection.
				}
			}
		}
		catch (RuntimeException ex) {
			logger.log(Level.ERROR, "A call was not answered", ex);
			throw ex;
		}
	}

	private static Reply tooLarge() {
		return Reply.of(413, "text/plain; charset=utf-8", "A request may have " + MAX_BODY_BYTES + " bytes at most\n");
	}

	private static Call callOf(HttpExchange exchange, byte[] body) {
		Map<String, List<String>> headers = new TreeMap<>();
		exchange.getRequestHeaders()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
		return new Call(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
				exchange.getRequestURI().getRawQuery(), headers, body,
				exchange.getLocalAddress().getAddress().isLoopbackAddress());
	}

	private static void send(HttpExchange exchange, Reply.Document document) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", document.contentType());
		exchange.sendResponseHeaders(document.status(), (document.body().length == 0) ? -1 : document.body().length);
		exchange.getResponseBody().write(document.body());
	}

	@Override
	public void close() {
		if (!this.served) {
			// Only the thread of a started server lets go of the port.
			start();
		}
		this.server.stop(0);
		this.executor.shutdownNow();
	}

}
