package cellar.stack.starter;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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

	private final State state;

	private volatile Predicate<String> broken = (call) -> false;

	private final List<String> calls = new ArrayList<>();

	public FakeCatalog(int port, String token, @Nullable Path file) throws IOException {
		this.token = token;
		this.file = file;
		this.state = (file != null && Files.exists(file)) ? this.json.readValue(file, State.class)
				: new State(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
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

	synchronized State state() {
		return this.state;
	}

	synchronized Image image(String name) {
		return this.state.images.values().stream().filter((image) -> image.name.equals(name)).findFirst().orElseThrow();
	}

	synchronized void put(Image image) {
		this.state.images.put(image.id, image);
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
			this.json.writeValue(this.file, this.state);
		}
	}

	private void route(HttpExchange exchange, String call) throws IOException {
		List<String> path = List.of(exchange.getRequestURI().getPath().split("/"));
		if (call.equals("GET /api/v1/images")) {
			answer(exchange, 200, Map.of("items", this.state.images.values(), "page", 0, "size", 200, "total",
					this.state.images.size()));
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
			activate(exchange, path.get(4));
		}
		else if (call.equals("POST /api/v1/publications")) {
			publish(exchange);
		}
		else if (call.equals("GET /api/v1/publications")) {
			answer(exchange, 200, Map.of("items", this.state.publications));
		}
		else if (call.startsWith("GET /api/v1/publications/")) {
			answer(exchange, 200, this.state.publications.get(Integer.parseInt(path.getLast()) - 1));
		}
		else {
			answer(exchange, 404, Map.of("title", "Not found"));
		}
	}

	private void startImport(HttpExchange exchange) throws IOException {
		JsonNode entries = this.json.readTree(exchange.getRequestBody().readAllBytes()).path("catalog").path("images");
		for (JsonNode entry : entries) {
			String name = entry.path("name").asString();
			this.state.imported.add(name);
			String id = Integer.toString(this.state.imported.size());
			this.state.images.put(id, new Image(id, name, "DRAFT", null));
		}
		exchange.getResponseHeaders().add("Location", "/api/v1/imports/1");
		answer(exchange, 202, Map.of("state", "ACCEPTED"));
	}

	private void receive(HttpExchange exchange, String id) throws IOException {
		long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
		DigestInputStream body = new DigestInputStream(exchange.getRequestBody(), sha256());
		long received = body.transferTo(OutputStream.nullOutputStream());
		String hash = HexFormat.of().formatHex(body.getMessageDigest().digest());
		Image image = Objects.requireNonNull(this.state.images.get(id));
		boolean right = image.state.equals("DRAFT") && received == length
				&& hash.equals(exchange.getRequestHeaders().getFirst("x-expected-sha256"));
		if (right) {
			put(new Image(id, image.name, "DRAFT", Map.of("sha256", hash, "size", received)));
		}
		answer(exchange, right ? 200 : 409, Map.of());
	}

	private void activate(HttpExchange exchange, String id) throws IOException {
		Image image = Objects.requireNonNull(this.state.images.get(id));
		boolean right = image.state.equals("DRAFT") && image.artifact != null;
		if (right) {
			put(new Image(id, image.name, "ACTIVE", image.artifact));
		}
		answer(exchange, right ? 200 : 409, Map.of());
	}

	private void publish(HttpExchange exchange) throws IOException {
		List<String> active = this.state.images.values()
			.stream()
			.filter((image) -> image.state.equals("ACTIVE"))
			.map(Image::name)
			.toList();
		List<String> before = this.state.publications.isEmpty() ? List.of() : this.state.publications.getLast().images;
		if ("dryRun=true".equals(exchange.getRequestURI().getQuery())) {
			List<String> added = active.stream().filter((name) -> !before.contains(name)).toList();
			answer(exchange, 200, Map.of("diff", Map.of("added", added, "changed", List.of(), "removed", List.of())));
			return;
		}
		long serial = this.state.publications.size() + 1;
		this.state.publications.replaceAll((old) -> new Publication(old.serial, "SUPERSEDED", old.images));
		this.state.publications.add(new Publication(serial, "LIVE", active));
		exchange.getResponseHeaders().add("Location", "/api/v1/publications/" + serial);
		answer(exchange, 202, Map.of("serial", serial, "state", "STAGED"));
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

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	record State(Map<String, Image> images, List<String> imported, List<Publication> publications) {

	}

	record Image(String id, String name, String state, @Nullable Map<String, Object> artifact) {

	}

	record Publication(long serial, String state, List<String> images) {

	}

}
