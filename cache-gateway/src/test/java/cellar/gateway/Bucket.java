package cellar.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import cellar.parts.ObjectStoreServer;

/**
 * Puts objects into a bucket of the real object store.
 */
class Bucket {

	private final HttpClient client = HttpClient.newHttpClient();

	private final ObjectStoreServer store;

	private final String name;

	Bucket(ObjectStoreServer store, String name) {
		this.store = store;
		this.name = name;
		send("PUT", "", new byte[0]);
	}

	void put(String encodedKey, byte[] bytes) {
		send("PUT", "/" + encodedKey, bytes);
	}

	void delete(String encodedKey) {
		send("DELETE", "/" + encodedKey, new byte[0]);
	}

	private void send(String method, String path, byte[] body) {
		URI uri = URI.create(this.store.endpoint() + "/" + this.name + path);
		SdkHttpRequest unsigned = SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(method)).uri(uri).build();
		SignedRequest signed = AwsV4HttpSigner.create()
			.sign((sign) -> sign.identity(AwsCredentialsIdentity.create(this.store.accessKey(), this.store.secretKey()))
				.request(unsigned)
				.payload(ContentStreamProvider.fromByteArray(body))
				.putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
				.putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
				.putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
				.putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false));
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.method(method, HttpRequest.BodyPublishers.ofByteArray(body));
		signed.request().forEachHeader((header, values) -> {
			if (!header.equalsIgnoreCase("Host") && !header.equalsIgnoreCase("Content-Length")) {
				values.forEach((value) -> request.header(header, value));
			}
		});
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			if (response.statusCode() >= 300 && response.statusCode() != 409) {
				throw new AssertionError(response.statusCode() + " " + response.body());
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

}
