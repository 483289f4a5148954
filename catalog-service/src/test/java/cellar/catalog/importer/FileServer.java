package cellar.catalog.importer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

/**
 * A server of somebody else, who offers files and can be told to misbehave.
 *
 * @param server answers
 * @param ranges what parts were asked for, in order
 */
record FileServer(HttpServer server, List<String> ranges) implements AutoCloseable {

	static FileServer start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.start();
		return new FileServer(server, new CopyOnWriteArrayList<>());
	}

	static byte[] content(String text) {
		return text.repeat(20_000).getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Answers one request after the other, and the last answer from then on.
	 * @param path where
	 * @param handlers the answers
	 */
	void answer(String path, HttpHandler... handlers) {
		List<HttpHandler> left = new CopyOnWriteArrayList<>(handlers);
		this.server.createContext(path, (exchange) -> {
			try (exchange) {
				String range = exchange.getRequestHeaders().getFirst("Range");
				this.ranges.add((range != null) ? range : "whole");
				((left.size() > 1) ? left.removeFirst() : left.getFirst()).handle(exchange);
			}
		});
	}

	static HttpHandler whole(String tag, byte[] content) {
		return (exchange) -> send(exchange, tag, 200, content, content.length);
	}

	static HttpHandler half(String tag, byte[] content) {
		return (exchange) -> send(exchange, tag, 200, content, content.length / 2);
	}

	static HttpHandler rest(String tag, byte[] content) {
		return (exchange) -> {
			String range = exchange.getRequestHeaders().getFirst("Range");
			int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
			exchange.getResponseHeaders()
				.set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
			byte[] rest = Arrays.copyOfRange(content, from, content.length);
			send(exchange, tag, 206, rest, rest.length);
		};
	}

	static HttpHandler restAndMore(String tag, byte[] content) {
		return (exchange) -> {
			int from = Integer.parseInt(exchange.getRequestHeaders().getFirst("Range").replaceAll("[^0-9]", ""));
			exchange.getResponseHeaders().set("ETag", tag);
			exchange.getResponseHeaders()
				.set("Content-Range", "bytes %d-%d/%d".formatted(from, content.length - 1, content.length));
			// Without a length it is sent in chunks.
			exchange.sendResponseHeaders(206, 0);
			exchange.getResponseBody().write(content, from, content.length - from);
			exchange.getResponseBody().write(new byte[100_000]);
		};
	}

	static HttpHandler status(int status) {
		return (exchange) -> exchange.sendResponseHeaders(status, -1);
	}

	static HttpHandler typed(String type, String content) {
		return (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", type);
			byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
			send(exchange, "", 200, bytes, bytes.length);
		};
	}

	static HttpHandler endless() {
		return (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			while (true) {
				exchange.getResponseBody().write(new byte[8192]);
			}
		};
	}

	/**
	 * Asks for an import of one entry with its file.
	 * @param url where the file is, relative to this server
	 * @param more parts of the entry, beginning with a comma
	 * @return the body of the request
	 */
	String order(String url, String more) {
		return "{\"fetch\": true, \"base\": \"" + address("/catalog") + "\", \"catalog\": {\"images\": ["
				+ entry(url, more) + "]}}";
	}

	static String entry(String url, String more) {
		return "{\"os\": \"debian\", \"architecture\": \"x86_64\", \"url\": \"" + url + "\"" + more + "}";
	}

	String address(String path) {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + path;
	}

	private static void send(HttpExchange exchange, String tag, int status, byte[] content, int sent)
			throws IOException {
		if (!tag.isEmpty()) {
			exchange.getResponseHeaders().set("ETag", tag);
		}
		exchange.sendResponseHeaders(status, content.length);
		exchange.getResponseBody().write(content, 0, sent);
		exchange.getResponseBody().flush();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
