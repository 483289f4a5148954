package cellar.common.store;

import java.net.URI;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

import cellar.common.url.HttpUrl;

/**
 * Makes S3 clients that give up in time and work with stores other than AWS.
 */
public final class S3Clients {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

	private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(60);

	private static final Duration ATTEMPT_TIMEOUT = Duration.ofMinutes(3);

	private static final Duration CALL_TIMEOUT = Duration.ofMinutes(8);

	private static final int MAX_ATTEMPTS = 3;

	private static final int MAX_CONNECTIONS = 50;

	// What is on this machine is not reached through another, whatever the surroundings
	// say.
	private static final ProxyConfiguration NO_PROXY = ProxyConfiguration.builder()
		.useSystemPropertyValues(false)
		.useEnvironmentVariableValues(false)
		.build();

	private S3Clients() {
	}

	/**
	 * Returns a client for the given store. The caller closes it.
	 * @param connection where the store is and who calls
	 * @return the client
	 */
	public static S3Client connect(StoreConnection connection) {
		ApacheHttpClient.Builder http = ApacheHttpClient.builder()
			.maxConnections(MAX_CONNECTIONS)
			.connectionTimeout(CONNECT_TIMEOUT)
			.connectionAcquisitionTimeout(CONNECT_TIMEOUT)
			.socketTimeout(SILENCE_TIMEOUT);
		S3ClientBuilder builder = S3Client.builder()
			.region(Region.of(connection.region()))
			.credentialsProvider(credentials(connection))
			.forcePathStyle(connection.pathStyle())
			.httpClientBuilder(http)
			.overrideConfiguration((override) -> override.apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
				.apiCallTimeout(CALL_TIMEOUT)
				.retryStrategy(StandardRetryStrategy.builder().maxAttempts(MAX_ATTEMPTS).build()));
		URI endpoint = connection.endpoint();
		if (endpoint != null) {
			if (HttpUrl.isLoopback(endpoint)) {
				http.proxyConfiguration(NO_PROXY);
			}
			// Stores other than AWS know neither trailing checksums nor chunks that are
			// signed one by one.
			builder.endpointOverride(endpoint)
				.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
				.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
				.serviceConfiguration((service) -> service.chunkedEncodingEnabled(false));
		}
		return builder.build();
	}

	private static AwsCredentialsProvider credentials(StoreConnection connection) {
		String accessKey = connection.accessKey();
		String secretKey = connection.secretKey();
		if (accessKey == null || secretKey == null) {
			return DefaultCredentialsProvider.builder().build();
		}
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
	}

}
