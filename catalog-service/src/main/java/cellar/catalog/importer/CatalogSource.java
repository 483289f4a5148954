package cellar.catalog.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import cellar.catalog.intake.IntakeProperties;

/**
 * Fetches catalogs from elsewhere, never from inside our own network unless that is
 * allowed. The address is checked when the connection is made, for every redirect anew.
 */
@Component
class CatalogSource {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(10);

	private static final int BUFFER = 16 * 1024;

	private final IntakeProperties properties;

	private final RestClient client;

	CatalogSource(IntakeProperties properties, RestClient.Builder builder) {
		this.properties = properties;
		this.client = builder
			.requestFactory(ClientHttpRequestFactoryBuilder.httpComponents()
				.build(HttpClientSettings.defaults()
					.withRedirects(HttpRedirects.FOLLOW)
					.withTimeouts(CONNECT_TIMEOUT, SILENCE_TIMEOUT)
					.withInetAddressFilter(filter(properties.allowInternal()))))
			.build();
	}

	String fetch(URI url) {
		// Connecting, redirects and headers may each be slow without ever being silent.
		FutureTask<String> fetching = new FutureTask<>(() -> fetchNow(url));
		Thread.ofVirtual().name("catalog-source").start(fetching);
		try {
			return fetching.get(this.properties.timeout().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new FetchException("The catalog took longer than " + this.properties.timeout(), false);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof FetchException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new FetchException("The service is stopping", true);
		}
		finally {
			fetching.cancel(true);
		}
	}

	private String fetchNow(URI url) {
		try {
			return this.client.get()
				.uri(url)
				.header(HttpHeaders.ACCEPT, "application/json, */*;q=0.5")
				.exchangeForRequiredValue((request, response) -> read(response));
		}
		catch (RestClientException | FilteredHostException ex) {
			throw explained(ex);
		}
	}

	private String read(ClientHttpResponse response) throws IOException {
		if (response.getStatusCode().isError()) {
			throw new FetchException("The address answered " + response.getStatusCode().value(),
					response.getStatusCode().is5xxServerError());
		}
		long max = this.properties.maxSize().toBytes();
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		byte[] buffer = new byte[BUFFER];
		InputStream body = response.getBody();
		for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
			content.write(buffer, 0, length);
			if (content.size() > max) {
				throw new FetchException("The catalog has more than %d bytes".formatted(max), false);
			}
		}
		return content.toString(StandardCharsets.UTF_8);
	}

	private static FetchException explained(RuntimeException ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof FilteredHostException) {
				return new FetchException("The address is inside a network that catalogs are not fetched from", false);
			}
		}
		Throwable root = NestedExceptionUtils.getMostSpecificCause(ex);
		return new FetchException("The address did not answer: " + root.getClass().getSimpleName(), true);
	}

	private static InetAddressFilter filter(List<String> allowed) {
		InetAddressFilter external = InetAddressFilter.externalAddresses();
		return allowed.isEmpty() ? external : external.or(allowed.toArray(String[]::new));
	}

	/**
	 * Thrown when a catalog could not be fetched.
	 */
	static class FetchException extends RuntimeException {

		private final boolean passing;

		FetchException(String message, boolean passing) {
			super(message);
			this.passing = passing;
		}

		/**
		 * Tells whether it may work later.
		 * @return whether it is worth another try
		 */
		boolean isPassing() {
			return this.passing;
		}

	}

}
