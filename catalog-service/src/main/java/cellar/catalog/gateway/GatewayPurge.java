package cellar.catalog.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@link Gateways} over their admin APIs.
 */
@Component
class GatewayPurge implements Gateways {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

	private final GatewayProperties properties;

	private final RestClient client;

	GatewayPurge(GatewayProperties properties, RestClient.Builder builder) {
		this.properties = properties;
		this.client = builder
			.requestFactory(ClientHttpRequestFactoryBuilder.httpComponents()
				.build(HttpClientSettings.defaults()
					.withRedirects(HttpRedirects.DONT_FOLLOW)
					.withTimeouts(CONNECT_TIMEOUT, READ_TIMEOUT)))
			.build();
	}

	@Override
	public void purge(List<String> prefixes) {
		List<String> failures = new ArrayList<>();
		for (GatewayProperties.Gateway gateway : this.properties.gateways()) {
			for (String prefix : prefixes) {
				purge(gateway, prefix, failures);
			}
		}
		if (!failures.isEmpty()) {
			throw new GatewayException(String.join("; ", failures));
		}
	}

	private void purge(GatewayProperties.Gateway gateway, String prefix, List<String> failures) {
		URI uri = UriComponentsBuilder.fromUri(gateway.adminUrl())
			.path("/api/v1/cache/objects")
			.queryParam("prefix", "{prefix}")
			.encode()
			.buildAndExpand(prefix)
			.toUri();
		try {
			int status = this.client.delete()
				.uri(uri)
				.headers((headers) -> headers.setBearerAuth(gateway.token()))
				.retrieve()
				.toBodilessEntity()
				.getStatusCode()
				.value();
			if (status / 100 != 2) {
				failures.add("%s answered %d".formatted(gateway.adminUrl(), status));
			}
		}
		catch (RestClientResponseException ex) {
			failures.add("%s answered %s".formatted(gateway.adminUrl(), ex.getStatusCode()));
		}
		catch (RestClientException ex) {
			failures.add("%s did not answer".formatted(gateway.adminUrl()));
		}
	}

}
