package cellar.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cellar.stack.platform.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Somebody who uses the platform with plain HTTP and the operator's token.
 */
final class Visitor implements AutoCloseable {

	static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<String, Object> LAUNCH = Map.of("cloud", "local", "image", "emi-c0de0001", "recipe",
			"coreos-docker-storage", "instanceType", "c1.medium");

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Stack stack;

	Visitor(Stack stack) {
		this.stack = stack;
	}

	HttpResponse<byte[]> send(Port port, String method, String path, Map<String, String> headers,
			HttpRequest.BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.stack.url(port) + path))
			.method(method, body)
			.timeout(Duration.ofSeconds(60));
		headers.forEach(request::header);
		return send(request.build());
	}

	/** Gets from the gateway as a stranger. */
	HttpResponse<byte[]> download(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.stack.url(Port.GATEWAY) + path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.build());
	}

	private HttpResponse<byte[]> send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new IllegalStateException(request.method() + " " + request.uri() + " got no answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	JsonNode get(Port port, String path) {
		return JSON.readTree(text(port, path));
	}

	String text(Port port, String path, String... headers) {
		HttpResponse<byte[]> answer = send(port, "GET", path, with(headers), HttpRequest.BodyPublishers.noBody());
		assertThat(answer.statusCode()).as(path).isEqualTo(200);
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	HttpResponse<byte[]> post(Port port, String path, Object body, String... headers) {
		return send(port, "POST", path, with(headers, "Content-Type", "application/json"),
				HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
	}

	HttpResponse<byte[]> put(Port port, String path, byte[] body, String... headers) {
		return send(port, "PUT", path, with(headers, "Content-Type", "application/octet-stream"),
				HttpRequest.BodyPublishers.ofByteArray(body));
	}

	/** Follows what a 202 points at until its state is one of the given. */
	JsonNode settle(Port port, HttpResponse<byte[]> accepted, String... states) {
		assertThat(accepted.statusCode()).as(new String(accepted.body())).isEqualTo(202);
		return settle(port, path(accepted), states);
	}

	JsonNode settle(Port port, String path, String... states) {
		return await().atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(100))
			.ignoreException(IllegalStateException.class)
			.until(() -> get(port, path), (document) -> {
				assertThat(document.path("state").asString()).isNotEqualTo("FAILED").isNotEqualTo("ABANDONED");
				return List.of(states).contains(document.path("state").asString());
			});
	}

	static String path(HttpResponse<?> answer) {
		return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
	}

	JsonNode publish(String reason) {
		return settle(Port.CATALOG, post(Port.CATALOG, "/api/v1/publications", Map.of("reason", reason)), "LIVE");
	}

	JsonNode catalog() {
		return JSON.readTree(download("/catalog.json").body());
	}

	JsonNode firstImage() {
		return catalog().path("images").path(0);
	}

	// What follows the first request closely may still share its fetch.
	HttpResponse<byte[]> hit(String path) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> download(path), (answer) -> cacheStatus(answer).contains("hit"));
	}

	static String cacheStatus(HttpResponse<?> answer) {
		return answer.headers().firstValue("Cache-Status").orElseThrow();
	}

	HttpResponse<byte[]> beginLaunch(String key) {
		return post(Port.PROVISIONING, "/api/v1/launches", LAUNCH, "Idempotency-Key", key);
	}

	JsonNode launch(String key) {
		HttpResponse<byte[]> accepted = beginLaunch(key);
		assertThat(accepted.statusCode()).isIn(200, 202);
		return settle(Port.PROVISIONING, "/api/v1/launches/" + id(accepted), "READY");
	}

	static String id(HttpResponse<byte[]> answer) {
		return JSON.readTree(answer.body()).path("id").asString();
	}

	private Map<String, String> with(String[] headers, String... others) {
		Map<String, String> all = new LinkedHashMap<>(authorization());
		for (String[] some : new String[][] { others, headers }) {
			for (int i = 0; i < some.length; i += 2) {
				all.put(some[i], some[i + 1]);
			}
		}
		return all;
	}

	private Map<String, String> authorization() {
		return Map.of("Authorization", "Bearer " + this.stack.operatorToken().value());
	}

	@Override
	public void close() {
		this.http.close();
	}

}
