package cellar.simulation;

import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * Real clients of the AWS SDK that talk to a simulated cloud and do not retry.
 */
final class Clients {

	private Clients() {
	}

	static Ec2Client of(SimulatedCloud cloud) {
		return of(cloud, cloud.secretKey());
	}

	static Ec2Client of(SimulatedCloud cloud, String secretKey) {
		return Ec2Client.builder()
			.endpointOverride(cloud.endpoint())
			.region(Region.US_EAST_1)
			.credentialsProvider(
					StaticCredentialsProvider.create(AwsBasicCredentials.create(cloud.accessKey(), secretKey)))
			.overrideConfiguration((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1))
				.apiCallTimeout(Duration.ofSeconds(20)))
			.build();
	}

}
