package cellar.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the service as programs do.
 */
public class Api {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final int port;

	private final @Nullable String token;

	public Api(int port, @Nullable String token) {
		this.port = port;
		this.token = token;
	}

	public Api as(@Nullable String other) {
		return new Api(this.port, other);
	}

	public Answer get(String path) {
		return send("GET", path, BodyPublishers.noBody());
	}

	public Answer post(String path, String json) {
		return send("POST", path, BodyPublishers.ofString(json), "Content-Type", "application/json");
	}

	public Answer put(String path, byte[] body, String... headers) {
		return send("PUT", path, BodyPublishers.ofByteArray(body), headers);
	}

	public Answer patch(String path, String json, String... headers) {
		String[] all = new String[headers.length + 2];
		System.arraycopy(headers, 0, all, 2, headers.length);
		all[0] = "Content-Type";
		all[1] = "application/merge-patch+json";
		return send("PATCH", path, BodyPublishers.ofString(json), all);
	}

	public Answer delete(String path) {
		return send("DELETE", path, BodyPublishers.noBody());
	}

	public Answer send(String method, String path, BodyPublisher body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.method(method, body)
			.timeout(PATIENCE);
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public JsonNode createImage(String json) {
		return post("/api/v1/images", json).expect(201).json();
	}

	/**
	 * Makes an image without an artifact.
	 * @return where it is
	 */
	public String draft() {
		return draftOf("{\"os\":\"debian\",\"architecture\":\"x86_64\"}");
	}

	/**
	 * Makes an image without an artifact.
	 * @param name its name
	 * @return where it is
	 */
	public String draft(String name) {
		return draftOf("{\"name\":\"%s\",\"os\":\"debian\",\"architecture\":\"x86_64\"}".formatted(name));
	}

	private String draftOf(String json) {
		return "/api/v1/images/" + createImage(json).path("id").asString();
	}

	/**
	 * Brings an image up to being active.
	 * @param name its name
	 * @param content its artifact
	 * @return the image
	 */
	public JsonNode activeImage(String name, byte[] content) {
		String id = createImage("{\"name\":\"%s\",\"os\":\"debian\",\"architecture\":\"x86_64\"}".formatted(name))
			.path("id")
			.asString();
		put("/api/v1/images/" + id + "/artifact", content).expect(200);
		return post("/api/v1/images/" + id + "/transitions", "{\"transition\":\"activate\",\"reason\":\"test\"}")
			.expect(200)
			.json();
	}

	public JsonNode publish() {
		String location = post("/api/v1/publications", "{\"reason\":\"test\"}").expect(202).header("Location");
		return settled(location);
	}

	public JsonNode settled(String publication) {
		return Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> get(publication).expect(200).json(),
					(found) -> found.path("state").asString().matches("LIVE|ABANDONED|SUPERSEDED"));
	}

	public JsonNode imported(String body) {
		String location = post("/api/v1/imports", body).expect(202).header("Location");
		return Awaitility.await()
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> get(location).expect(200).json(),
					(found) -> found.path("state").asString().matches("COMPLETED|FAILED|CANCELLED"));
	}

	/**
	 * An answer of the service.
	 */
	public record Answer(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String body() {
			return this.response.body();
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		public JsonNode json() {
			return JSON.readTree(body());
		}

		public String problem() {
			return json().path("type").asString().replace("urn:cellar:problem:", "");
		}

		public Answer expect(int status) {
			if (status() != status) {
				throw new AssertionError("Expected %d but was %d: %s".formatted(status, status(), body()));
			}
			return this;
		}

	}

}
