package cellar.provisioning.cloud;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import cellar.common.url.HttpUrl;

/**
 * The clouds that machines can be launched in.
 *
 * @param clouds the clouds by the names that requests use: 1 to 63 lower-case letters,
 * digits and hyphens, the first no hyphen; none by default
 */
@Validated
@ConfigurationProperties("cellar.provisioning")
public record CloudProperties(@DefaultValue Map<String, @Valid Settings> clouds) {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

	@AssertTrue(message = "names of clouds must be lower-case letters, digits and hyphens")
	boolean isNamed() {
		return this.clouds.keySet().stream().allMatch((name) -> NAME.matcher(name).matches());
	}

	/**
	 * One cloud.
	 *
	 * @param profile what kind of cloud it is: {@code aws}, {@code eucalyptus-5} or
	 * {@code generic}
	 * @param ec2Endpoint where its EC2 interface answers, an absolute http or https URL
	 * with its path; may be left out on AWS, whose regions have known endpoints
	 * @param region the region that requests are signed for; {@code us-east-1} by default
	 * @param accessKey the access key, together with the secret key; without both, the
	 * SDK looks for credentials in the environment
	 * @param secretKey the secret key
	 * @param reachabilityPort the TCP port that answers when a machine is reachable, 1 to
	 * 65535, or 0 to skip the check; 22 by default
	 * @param callTimeout how long one call may take, 100 milliseconds at least; 30
	 * seconds by default
	 * @param concurrentCalls how many calls may be under way at once, 1 to 64; 6 by
	 * default
	 */
	public record Settings(@NotNull CloudProfile profile, @Nullable URI ec2Endpoint,
			@DefaultValue("us-east-1") @NotBlank String region, @Nullable String accessKey, @Nullable String secretKey,
			@DefaultValue("22") @Min(0) @Max(65535) int reachabilityPort, @DefaultValue("30s") Duration callTimeout,
			@DefaultValue("6") @Min(1) @Max(64) int concurrentCalls) {

		@AssertTrue(message = "'access-key' and 'secret-key' belong together")
		boolean isKeyPairWhole() {
			return (this.accessKey == null) == (this.secretKey == null);
		}

		@AssertTrue(
				message = "'ec2-endpoint' must be an absolute http or https URL; only the profile 'aws' may lack it")
		boolean isEndpointUsable() {
			return (this.ec2Endpoint != null) ? HttpUrl.matches(this.ec2Endpoint) : this.profile == CloudProfile.AWS;
		}

		@AssertTrue(message = "'call-timeout' must be at least 100 milliseconds")
		boolean isCallTimeoutSane() {
			return this.callTimeout.toMillis() >= 100;
		}

		@Override
		public String toString() {
			return "Settings[profile=" + this.profile + ", ec2Endpoint=" + this.ec2Endpoint + ", region=" + this.region
					+ "]";
		}

	}

}
