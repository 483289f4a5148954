package cellar.common.test.eustore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The website that is really there.
 */
public final class HttpWebsite implements Website, AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.build();

	@Override
	public WebAnswer get(URI url, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE);
		headers.forEach(request::header);
		try {
			HttpResponse<byte[]> answer = this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			return new WebAnswer(answer.statusCode(),
					answer.headers()
						.map()
						.entrySet()
						.stream()
						.collect(Collectors.toMap((header) -> header.getKey().toLowerCase(Locale.ROOT),
								(header) -> header.getValue().getFirst())),
					answer.body());
		}
		catch (IOException ex) {
			throw new ClientFailedException(url + ": " + ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ClientFailedException(url + ": interrupted");
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
