package cellar.catalog.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@link ReadBack} over the addresses that gateways serve clients at. Those without such
 * an address are not asked.
 */
@Component
class HttpReadBack implements ReadBack {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private final List<URI> gateways;

	private final RestClient client;

	HttpReadBack(GatewayProperties properties, RestClient.Builder builder) {
		this.gateways = properties.gateways()
			.stream()
			.map(GatewayProperties.Gateway::site)
			.filter(Objects::nonNull)
			.toList();
		this.client = builder
			.requestFactory(ClientHttpRequestFactoryBuilder.httpComponents()
				.build(HttpClientSettings.defaults()
					.withRedirects(HttpRedirects.DONT_FOLLOW)
					.withTimeouts(CONNECT_TIMEOUT, READ_TIMEOUT)))
			// Other forms of a document are for others to check.
			.defaultHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
			.defaultHeader(HttpHeaders.USER_AGENT, "cellar-catalog-service")
			.build();
	}

	@Override
	public void check(String key, byte[] content) {
		List<String> failures = new ArrayList<>();
		for (URI gateway : this.gateways) {
			URI document = UriComponentsBuilder.fromUri(gateway)
				.path("/")
				.path(key)
				.encode()
				.build()
				.toUri()
				.normalize();
			String failure = look(document, content);
			if (failure != null) {
				failures.add("'%s' %s".formatted(document, failure));
			}
		}
		if (!failures.isEmpty()) {
			throw new GatewayException(String.join("; ", failures));
		}
	}

	private @Nullable String look(URI document, byte[] content) {
		try {
			return this.client.get().uri(document).exchange((request, response) -> compare(response, content));
		}
		catch (RestClientException ex) {
			return "did not answer";
		}
	}

	private static @Nullable String compare(ClientHttpResponse response, byte[] content) throws IOException {
		if (!response.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
			return "answered " + response.getStatusCode().value();
		}
		// One byte more tells an answer that goes on.
		byte[] seen = response.getBody().readNBytes(content.length + 1);
		return Arrays.equals(seen, content) ? null : "does not show what was published";
	}

}
