package cellar.stack.starter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import cellar.parts.Patience;
import cellar.stack.secret.Secret;

/**
 * Calls of the catalog's API.
 */
final class CatalogClient {

	private static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

	private static final Patience SETTLED_WITHIN = new Patience(Clock.systemUTC(), Duration.ofMinutes(5),
			Duration.ofMillis(150));

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final JsonMapper json = new JsonMapper();

	private final URI base;

	private final Secret token;

	CatalogClient(String base, Secret token) {
		this.base = URI.create(base);
		this.token = token;
	}

	JsonNode get(String path) {
		return body(send(request(path).GET()));
	}

	JsonNode post(String path, Object content) {
		return body(send(json(path, content)));
	}

	// Begins long work and returns it as it stands when it has settled.
	JsonNode run(String path, Object content, Set<String> settled) {
		return settled(begin(path, content), settled);
	}

	// Begins long work and returns the path where one can look at it.
	String begin(String path, Object content) {
		HttpResponse<String> accepted = send(json(path, content));
		return accepted.headers()
			.firstValue("Location")
			.map((location) -> accepted.uri().resolve(location).getPath())
			.orElseThrow(() -> new CatalogProblemException(
					"The catalog accepted POST %s but did not say where to look".formatted(path)));
	}

	JsonNode settled(String path, Set<String> settled) {
		JsonNode work = SETTLED_WITHIN.lookUntil(() -> get(path), (seen) -> settled.contains(state(seen)));
		if (!settled.contains(state(work))) {
			throw new CatalogProblemException(
					"%s is still %s after %d minutes".formatted(path, state(work), SETTLED_WITHIN.limit().toMinutes()));
		}
		return work;
	}

	private static String state(JsonNode work) {
		return work.path("state").asString();
	}

	JsonNode put(String path, String sha256, BodyPublisher content) {
		return body(send(request(path).header("Content-Type", "application/gzip")
			.header("x-expected-sha256", sha256)
			.PUT(content)));
	}

	private HttpRequest.Builder json(String path, Object content) {
		return request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(this.json.writeValueAsString(content)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(this.base.resolve(path))
			.timeout(ANSWER_WITHIN)
			.header("Accept", "application/json, application/problem+json")
			.header("Authorization", "Bearer " + this.token.value());
	}

	private HttpResponse<String> send(HttpRequest.Builder builder) {
		HttpRequest request = builder.build();
		String what = request.method() + " " + request.uri();
		try {
			HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
			if (response.statusCode() / 100 != 2) {
				throw new CatalogProblemException(
						"%s was answered by %d %s".formatted(what, response.statusCode(), response.body()));
			}
			return response;
		}
		catch (IOException ex) {
			throw new CatalogProblemException(what + " failed: " + ex, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CatalogProblemException(what + " was interrupted", ex);
		}
	}

	private JsonNode body(HttpResponse<String> response) {
		return this.json.readTree(response.body());
	}

}
