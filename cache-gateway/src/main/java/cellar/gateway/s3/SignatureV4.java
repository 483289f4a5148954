package cellar.gateway.s3;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import cellar.gateway.exchange.Target;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.OriginRequest;

/**
 * Signs requests with AWS Signature Version 4.
 */
public class SignatureV4 implements Signer {

	private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

	private final AwsCredentialsIdentity credentials;

	private final String region;

	public SignatureV4(String accessKey, String secretKey, String region) {
		this.credentials = AwsCredentialsIdentity.create(accessKey, secretKey);
		this.region = region;
	}

	@Override
	public Headers sign(OriginRequest request, Target target) {
		SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
			.method(SdkHttpMethod.valueOf(request.method().name()))
			.uri(URI.create(target.scheme() + "://" + target.authority() + target.path()));
		request.headers().fields().forEach((field) -> unsigned.putHeader(field.name(), field.value()));
		SignedRequest signed = this.signer.sign((sign) -> sign.identity(this.credentials)
			.request(unsigned.build())
			.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
			.putProperty(AwsV4HttpSigner.REGION_NAME, this.region)
			.putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
			.putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
		List<Headers.Field> fields = new ArrayList<>();
		signed.request()
			.forEachHeader((name, values) -> values.forEach((value) -> fields.add(new Headers.Field(name, value))));
		return new Headers(fields);
	}

}
