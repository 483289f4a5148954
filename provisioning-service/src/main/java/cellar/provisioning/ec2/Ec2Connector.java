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
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.Ec2ClientBuilder;

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

	@Override
	public Cloud connect(CloudProperties.Settings settings) {
		List<ExecutionInterceptor> interceptors = new ArrayList<>();
		Ec2ClientBuilder client = Ec2Client.builder()
			.region(Region.of(settings.region()))
			.credentialsProvider(credentials(settings))
			.httpClientBuilder(ApacheHttpClient.builder()
				.connectionTimeout(CONNECTION_TIMEOUT)
				.socketTimeout(settings.callTimeout())
				.maxConnections(settings.concurrentCalls()));
		URI endpoint = settings.ec2Endpoint();
		if (endpoint != null) {
			client.endpointOverride(endpoint);
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
