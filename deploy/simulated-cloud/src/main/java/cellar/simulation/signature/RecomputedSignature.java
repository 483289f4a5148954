package cellar.simulation.signature;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.regions.Region;

import cellar.simulation.http.Call;

/**
 * The signature that a received call should have, made with the signer of the AWS SDK.
 * Its newer signer always signs a header more, which botocore does not send, so only the
 * older one can repeat what other clients did.
 */
@SuppressWarnings("deprecation") // see above
final class RecomputedSignature {

	private RecomputedSignature() {
	}

	/**
	 * Signs a call again. The signature is empty where there is nothing to sign, for
	 * example because the Host header is no host.
	 * @param call the call
	 * @param authorization how its sender says it was signed
	 * @param date when
	 * @param credentials by whom
	 * @return the signature
	 */
	static String of(Call call, Authorization authorization, Instant date, Credentials credentials) {
		try {
			return sign(call, authorization, date, credentials);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static String sign(Call call, Authorization authorization, Instant date, Credentials credentials) {
		SdkHttpFullRequest.Builder request = SdkHttpFullRequest.builder()
			.method(SdkHttpMethod.fromValue(call.method()))
			.uri(uriOf(call))
			.contentStreamProvider(() -> new ByteArrayInputStream(call.body()));
		for (String name : authorization.signedHeaders()) {
			List<String> values = call.headers().get(name);
			if (values != null) {
				request.putHeader(name, values);
			}
		}
		Aws4SignerParams parameters = Aws4SignerParams.builder()
			.awsCredentials(AwsBasicCredentials.create(credentials.accessKey(), credentials.secretKey()))
			.signingName(authorization.service())
			.signingRegion(Region.of(authorization.region()))
			.signingClockOverride(Clock.fixed(date, ZoneOffset.UTC))
			.build();
		return Aws4Signer.create()
			.sign(request.build(), parameters)
			.firstMatchingHeader("Authorization")
			.flatMap(Authorization::parse)
			.filter((again) -> again.signedHeaders().equals(authorization.signedHeaders()))
			.map(Authorization::signature)
			.orElse("");
	}

	private static URI uriOf(Call call) {
		String query = (call.query() != null) ? "?" + call.query() : "";
		return URI.create("http://" + call.header("host") + call.path() + query);
	}

}
