package cellar.gateway.s3;

import org.junit.jupiter.api.Test;

import cellar.gateway.exchange.Target;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.OriginRequest;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureV4Tests {

	@Test
	void signCoversWhatIsSent() {
		Headers signed = new SignatureV4("AK", "SK", "eu").sign(
				new OriginRequest(OriginRequest.Method.GET, "a b", Headers.of("Range", "bytes=1-")),
				new Target("http", "h", 1, "/b/a%20b"));
		assertThat(signed.first("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=AK/")
			.contains("/eu/s3/aws4_request", "range");
		assertThat(signed.first("Host")).isEqualTo("h:1");
		assertThat(signed.first("Range")).isEqualTo("bytes=1-");
	}

}
