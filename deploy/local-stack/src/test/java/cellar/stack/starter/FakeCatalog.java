package cellar.stack.starter;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of the catalog's API as the starter uses, strict in what it takes, with its
 * state in a file or only in memory.
 */
public final class FakeCatalog implements AutoCloseable {

	private final JsonMapper json = new JsonMapper();

	private final HttpServer server;

	private final @Nullable Path file;

	private final String token;

	private final FakeStock stock;

	private volatile Predicate<String> broken = (call) -> false;

	private final List<String> calls = new ArrayList<>();

	public FakeCatalog(int port, String token, @Nullable Path file) throws IOException {
		this.token = token;
		this.file = file;
		this.stock = (file != null && Files.exists(file)) ? this.json.readValue(file, FakeStock.class)
				: FakeStock.empty();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/**
	 * Cuts the connection of calls, before they have any effect.
	 * @param call tells from "METHOD path" which calls
	 */
	void breakOn(Predicate<String> call) {
		this.broken = call;
	}

	synchronized List<String> calls() {
		return List.copyOf(this.calls);
	}

	synchronized FakeStock stock() {
		return this.stock;
	}

	synchronized FakeStock.Image image(String name) {
		return this.stock.named(name);
	}

	synchronized void put(FakeStock.Image image) {
		this.stock.put(image);
	}

	private synchronized void handle(HttpExchange exchange) throws IOException {
		String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
		this.calls.add(call);
		if (this.broken.test(call)) {
			exchange.close();
			return;
		}
		if (exchange.getRequestURI().getPath().startsWith("/actuator/")) {
			answer(exchange, 200, Map.of());
			return;
		}
		if (!("Bearer " + this.token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
			answer(exchange, 401, Map.of("title", "Credentials required"));
			return;
		}
		route(exchange, call);
		if (this.file != null) {
			this.json.writeValue(this.file, this.stock);
		}
	}

	private void route(HttpExchange exchange, String call) throws IOException {
		List<String> path = List.of(exchange.getRequestURI().getPath().split("/"));
		if (call.equals("GET /api/v1/images")) {
			answer(exchange, 200, Map.of("items", this.stock.images().values(), "page", 0, "size", 200, "total",
					this.stock.images().size()));
		}
		else if (call.equals("POST /api/v1/imports")) {
			startImport(exchange);
		}
		else if (call.startsWith("GET /api/v1/imports/")) {
			ObjectNode report = this.json.createObjectNode().put("id", path.getLast()).put("state", "COMPLETED");
			answer(exchange, 200, report);
		}
		else if (call.startsWith("PUT ")) {
			receive(exchange, path.get(4));
		}
		else if (call.endsWith("/transitions")) {
			answerIf(this.stock.activate(path.get(4)), exchange);
		}
		else if (call.equals("POST /api/v1/publications")) {
			publish(exchange);
		}
		else if (call.equals("GET /api/v1/publications")) {
			answer(exchange, 200, Map.of("items", this.stock.publications()));
		}
		else if (call.startsWith("GET /api/v1/publications/")) {
			answer(exchange, 200, this.stock.publications().get(Integer.parseInt(path.getLast()) - 1));
		}
		else {
			answer(exchange, 404, Map.of("title", "Not found"));
		}
	}

	private void startImport(HttpExchange exchange) throws IOException {
		JsonNode entries = this.json.readTree(exchange.getRequestBody().readAllBytes()).path("catalog").path("images");
		entries.forEach((entry) -> this.stock.take(entry.path("name").asString()));
		exchange.getResponseHeaders().add("Location", "/api/v1/imports/1");
		answer(exchange, 202, Map.of("state", "ACCEPTED"));
	}

	private void receive(HttpExchange exchange, String id) throws IOException {
		long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
		DigestInputStream body = new DigestInputStream(exchange.getRequestBody(), DigestUtils.getSha256Digest());
		long received = body.transferTo(OutputStream.nullOutputStream());
		String hash = HexFormat.of().formatHex(body.getMessageDigest().digest());
		boolean whole = received == length && hash.equals(exchange.getRequestHeaders().getFirst("x-expected-sha256"));
		answerIf(whole && this.stock.receive(id, Map.of("sha256", hash, "size", received)), exchange);
	}

	private void publish(HttpExchange exchange) throws IOException {
		if ("dryRun=true".equals(exchange.getRequestURI().getQuery())) {
			answer(exchange, 200, Map.of("diff",
					Map.of("added", this.stock.unpublished(), "changed", List.of(), "removed", List.of())));
			return;
		}
		long serial = this.stock.publish();
		exchange.getResponseHeaders().add("Location", "/api/v1/publications/" + serial);
		answer(exchange, 202, Map.of("serial", serial, "state", "STAGED"));
	}

	private void answerIf(boolean allowed, HttpExchange exchange) throws IOException {
		answer(exchange, allowed ? 200 : 409, Map.of());
	}

	private void answer(HttpExchange exchange, int status, Object content) throws IOException {
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			byte[] body = this.json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(status, body.length);
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
