package cellar.provisioning.ec2;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;

import cellar.common.url.HttpUrl;
import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudConnector;
import cellar.provisioning.cloud.CloudProfile;
import cellar.provisioning.cloud.CloudProperties;

/**
 * Prepares the SDK for a cloud. The SDK repeats nothing: whoever calls decides, and
 * remembers, whether a call is worth another try.
 */
@Component
class Ec2Connector implements CloudConnector {

	private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

	// What is on this machine is not reached through another, whatever the surroundings
	// say.
	private static final ProxyConfiguration NO_PROXY = ProxyConfiguration.builder()
		.useSystemPropertyValues(false)
		.useEnvironmentVariableValues(false)
		.build();

	@Override
	public Cloud connect(CloudProperties.Settings settings) {
		List<ExecutionInterceptor> interceptors = new ArrayList<>();
		ApacheHttpClient.Builder http = ApacheHttpClient.builder()
			.connectionTimeout(CONNECTION_TIMEOUT)
			.socketTimeout(settings.callTimeout())
			.maxConnections(settings.concurrentCalls());
		Ec2ClientBuilder client = Ec2Client.builder()
			.region(Region.of(settings.region()))
			.credentialsProvider(credentials(settings))
			.httpClientBuilder(http);
		URI endpoint = settings.ec2Endpoint();
		if (endpoint != null) {
			client.endpointOverride(endpoint);
			if (HttpUrl.isLoopback(endpoint)) {
				http.proxyConfiguration(NO_PROXY);
			}
			if (endpoint.getRawPath() != null && endpoint.getRawPath().length() > 1) {
				interceptors.add(new EndpointPath(endpoint.getRawPath()));
			}
		}
		if (settings.profile() != CloudProfile.AWS) {
			interceptors.add(new EucalyptusInstanceTypes());
		}
		return new Ec2Cloud(client
			.overrideConfiguration((override) -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
				.apiCallTimeout(settings.callTimeout())
				.executionInterceptors(interceptors))
			.build(), settings.profile());
	}

	private static AwsCredentialsProvider credentials(CloudProperties.Settings settings) {
		if (settings.accessKey() == null || settings.secretKey() == null) {
			return DefaultCredentialsProvider.builder().build();
		}
		return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
	}

}
