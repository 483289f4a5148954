package cellar.simulation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Calls that no well-behaved client makes.
 */
final class RawCalls {

	private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

	private static final List<String> SET_BY_CLIENT = List.of("host", "content-length");

	private RawCalls() {
	}

	static HttpResponse<String> post(SimulatedCloud cloud, String form) throws IOException, InterruptedException {
		return post(cloud, form, form, "ec2");
	}

	static HttpResponse<String> post(SimulatedCloud cloud, String signed, String sent, String service)
			throws IOException, InterruptedException {
		SdkHttpRequest unsigned = SdkHttpRequest.builder()
			.method(SdkHttpMethod.POST)
			.uri(cloud.endpoint())
			.putHeader("Content-Type", FORM)
			.build();
		Map<String, List<String>> headers = AwsV4HttpSigner.create()
			.sign((sign) -> sign.identity(AwsCredentialsIdentity.create(cloud.accessKey(), cloud.secretKey()))
				.request(unsigned)
				.payload(() -> new ByteArrayInputStream(signed.getBytes(StandardCharsets.UTF_8)))
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
				.putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
			.request()
			.headers();
		Map<String, List<String>> sendable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		sendable.putAll(headers);
		sendable.keySet().removeAll(SET_BY_CLIENT);
		return send("POST", cloud.endpoint(), sent, sendable);
	}

	static HttpResponse<String> json(String method, URI uri, String body) throws IOException, InterruptedException {
		return send(method, uri, body, Map.of("Content-Type", List.of("application/json")));
	}

	static HttpResponse<String> send(String method, URI uri, String body, Map<String, List<String>> headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.method(method, HttpRequest.BodyPublishers.ofString(body));
		headers.forEach((name, values) -> values.forEach((value) -> request.header(name, value)));
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
