package cellar.simulation;

import java.time.Duration;
import java.util.function.Consumer;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Real clients of the AWS SDK that talk to a simulated cloud and do not retry.
 */
final class Clients {

	static final Consumer<RunInstancesRequest.Builder> ONE = (
			run) -> run.imageId("emi-c0de0002").instanceType("m1.small").minCount(1).maxCount(1);

	private Clients() {
	}

	static Ec2Client of(SimulatedCloud cloud) {
		return of(cloud, cloud.accessKey(), cloud.secretKey());
	}

	static Ec2Client of(SimulatedCloud cloud, String accessKey, String secretKey) {
		return Ec2Client.builder()
			.endpointOverride(cloud.endpoint())
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
			.overrideConfiguration((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1))
				.addExecutionInterceptor(new EndpointPath(cloud.endpoint().getPath()))
				.apiCallTimeout(Duration.ofSeconds(20)))
			.build();
	}

	static String launch(Ec2Client ec2, Consumer<RunInstancesRequest.Builder> more) {
		return ec2.runInstances(ONE.andThen(more)).instances().getFirst().instanceId();
	}

	static Tag tag(String key, @Nullable String value) {
		return Tag.builder().key(key).value(value).build();
	}

	static TagSpecification tags(ResourceType type, String key, String value) {
		return TagSpecification.builder().resourceType(type).tags(tag(key, value)).build();
	}

	static Filter filter(String name, String... values) {
		return Filter.builder().name(name).values(values).build();
	}

	static AbstractStringAssert<?> assertRefused(ThrowingCallable call) {
		return assertThatExceptionOfType(Ec2Exception.class).isThrownBy(call)
			.extracting((ex) -> ex.statusCode() + " " + ex.awsErrorDetails().errorCode(),
					InstanceOfAssertFactories.STRING);
	}

	/**
	 * The SDK drops the path of an endpoint for EC2.
	 */
	private record EndpointPath(String path) implements ExecutionInterceptor {

		@Override
		public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
			return context.httpRequest().copy((request) -> request.encodedPath(this.path));
		}

	}

}
