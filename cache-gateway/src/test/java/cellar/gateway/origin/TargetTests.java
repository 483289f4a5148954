package cellar.gateway.origin;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cellar.gateway.connection.Timeouts;

import static org.assertj.core.api.Assertions.assertThat;

class TargetTests {

	private final Transport transport = TransportTests
		.transport(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)));

	@AfterEach
	void close() throws IOException {
		this.transport.close();
	}

	@Test
	void s3PathStyleKeepsPathOfEndpointAndEncodesKey() {
		S3Origin origin = new S3Origin(this.transport, Signer.ANONYMOUS,
				URI.create("http://walrus:8773/services/Walrus/"), "images", true, new S3Checksums(true));
		assertThat(origin.target("a b/ü+%?#~.x"))
			.isEqualTo(new Target("http", "walrus", 8773, "/services/Walrus/images/a%20b/%C3%BC%2B%25%3F%23~.x"));
	}

	@Test
	void s3HostStylePutsBucketIntoHost() {
		S3Origin origin = new S3Origin(this.transport, Signer.ANONYMOUS, URI.create("https://s3.example"), "images",
				false, new S3Checksums(true));
		assertThat(origin.target("a")).isEqualTo(new Target("https", "images.s3.example", -1, "/a"));
	}

	@Test
	void httpKeepsQuery() {
		HttpOrigin origin = new HttpOrigin(this.transport, URI.create("http://web/base"), false);
		assertThat(origin.target("a b?x=%20")).isEqualTo(new Target("http", "web", -1, "/base/a%20b?x=%20"));
	}

	@Test
	void signatureCoversWhatIsSent() {
		Headers signed = new SignatureV4("AK", "SK", "eu").sign(
				new OriginRequest(OriginRequest.Method.GET, "a b", Headers.of("Range", "bytes=1-")),
				new Target("http", "h", 1, "/b/a%20b"));
		assertThat(signed.first("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=AK/")
			.contains("/eu/s3/aws4_request", "range");
		assertThat(signed.first("Host")).isEqualTo("h:1");
		assertThat(signed.first("Range")).isEqualTo("bytes=1-");
	}

}
