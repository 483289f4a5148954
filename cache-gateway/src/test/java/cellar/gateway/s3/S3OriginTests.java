package cellar.gateway.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.checksum.ChecksumAlgorithm;
import cellar.gateway.checksum.Proof;
import cellar.gateway.checksum.WholeChecksum;
import cellar.gateway.exchange.SocketServer;
import cellar.gateway.exchange.Target;
import cellar.gateway.exchange.Transport;
import cellar.gateway.exchange.Transports;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginFailedException;
import cellar.gateway.origin.OriginRequest;
import cellar.gateway.upstream.HttpOrigin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link S3Origin} and the checksums that it believes.
 */
@Timeout(30)
class S3OriginTests {

	private static final String DIGITS = "123456789";

	private static final String OTHERS = "123456780";

	private static SocketServer server(String body, String... headers) {
		return new SocketServer((connection) -> {
			String head = connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n"
					+ String.join("\r\n", headers) + "\r\n\r\n" + (head.startsWith("HEAD") ? "" : body));
		});
	}

	/**
	 * Starts a store that has neither of two objects to give.
	 * @param object what it answers for the one
	 * @param mark what it answers for the mark of that
	 */
	private static SocketServer marked(int object, int mark) {
		return new SocketServer((connection) -> {
			int status = connection.readRequest().contains("/b/a.withdrawn ") ? mark : object;
			connection.write("HTTP/1.1 " + status + " Status\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
		});
	}

	private static OriginRequest request(OriginRequest.Method method, String... headers) {
		return new OriginRequest(method, "a", Headers.of(headers));
	}

	private static S3Origin origin(Transport transport, URI url, boolean md5Tags) {
		return new S3Origin(transport, Signer.ANONYMOUS, url, "b", true, new S3Checksums(md5Tags));
	}

	/**
	 * Reads a whole object in small steps.
	 * @param server where it is
	 * @param md5Tags whether tags are believed
	 * @param read where to put what comes
	 */
	private static void read(SocketServer server, boolean md5Tags, ByteArrayOutputStream read) throws IOException {
		try (Transport transport = Transports.patient()) {
			OriginAnswer answer = origin(transport, server.url(), md5Tags).fetch(request(OriginRequest.Method.GET));
			assertThat(answer).isInstanceOf(OriginAnswer.Content.class);
			byte[] buffer = new byte[4];
			try (OriginBody body = ((OriginAnswer.Content) answer).body()) {
				for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
					read.write(buffer, 0, count);
				}
			}
		}
	}

	private static void assertThatIsRefuted(boolean md5Tags, String... headers) throws IOException {
		assertThatIsRefuted(OTHERS, md5Tags, headers);
	}

	private static void assertThatIsRefuted(String body, boolean md5Tags, String... headers) throws IOException {
		try (SocketServer server = server(body, headers); Transport transport = Transports.patient()) {
			assertThat(origin(transport, server.url(), md5Tags).fetch(request(OriginRequest.Method.GET)))
				.isEqualTo(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 200));
		}
	}

	private static void assertThatIsTaken(String body, boolean md5Tags, String... headers) throws IOException {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		try (SocketServer server = server(body, headers)) {
			read(server, md5Tags, read);
		}
		assertThat(read.toString(StandardCharsets.US_ASCII)).isEqualTo(body);
	}

	@Test
	void targetWhenPathStyleKeepsPathOfEndpointAndEncodesKey() throws IOException {
		try (Transport transport = Transports.patient()) {
			S3Origin origin = new S3Origin(transport, Signer.ANONYMOUS,
					URI.create("http://walrus:8773/services/Walrus/"), "images", true, new S3Checksums(true));
			assertThat(origin.target("a b/ü+%?#~.x"))
				.isEqualTo(new Target("http", "walrus", 8773, "/services/Walrus/images/a%20b/%C3%BC%2B%25%3F%23~.x"));
		}
	}

	@Test
	void targetWhenHostStylePutsBucketIntoHost() throws IOException {
		try (Transport transport = Transports.patient()) {
			S3Origin origin = new S3Origin(transport, Signer.ANONYMOUS, URI.create("https://s3.example"), "images",
					false, new S3Checksums(true));
			assertThat(origin.target("a")).isEqualTo(new Target("https", "images.s3.example", -1, "/a"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "crc64nvme, rosUhgp5mIg=", "crc32c, 4waSgw==", "crc32, y/Q5Jg==",
			"sha256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=", "sha1, 98O8HYCOBHMq32eZZczDTKeuNEE=" })
	void checksumOfTheWholeObjectIsBelieved(String algorithm, String base64) throws IOException {
		String header = "x-amz-checksum-" + algorithm + ": " + base64;
		assertThatIsTaken(DIGITS, true, header);
		assertThatIsTaken(DIGITS, true, header, "x-amz-checksum-type: FULL_OBJECT");
		assertThatIsRefuted(false, header);
		assertThatIsRefuted(false, header.toUpperCase(Locale.ROOT).replace(base64.toUpperCase(Locale.ROOT), base64),
				"X-Amz-Checksum-Type: FULL_OBJECT");
	}

	@Test
	void emptyObjectIsRefutedToo() throws IOException {
		assertThatIsRefuted("", true, "x-amz-checksum-crc32c: 4waSgw==");
		assertThatIsTaken("", true, "x-amz-checksum-crc32c: AAAAAA==");
	}

	@Test
	void checksumOfPartsIsNoChecksumOfTheWhole() throws IOException {
		assertThatIsTaken(OTHERS, true, "x-amz-checksum-crc32c: 4waSgw==-2");
		assertThatIsTaken(OTHERS, true, "x-amz-checksum-crc32c: 4waSgw==", "x-amz-checksum-type: COMPOSITE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"25f9e794323b453885f5181f1b624d0b\"", "25f9e794323b453885f5181f1b624d0b",
			"\"25F9E794323B453885F5181F1B624D0B\"" })
	void tagThatIsAnMd5IsBelieved(String tag) throws IOException {
		assertThatIsTaken(DIGITS, true, "ETag: " + tag);
		assertThatIsRefuted(true, "ETag: " + tag);
		assertThatIsRefuted(true, "ETag: " + tag, "x-amz-server-side-encryption: AES256");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"25f9e794323b453885f5181f1b624d0b-3\"", "W/\"25f9e794323b453885f5181f1b624d0b\"",
			"\"25f9e794\"", "\"version-1\"" })
	void tagThatIsNoMd5SaysNothing(String tag) throws IOException {
		assertThatIsTaken(OTHERS, true, "ETag: " + tag);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-amz-server-side-encryption: aws:kms", "x-amz-server-side-encryption: aws:kms:dsse",
			"x-amz-server-side-encryption-customer-algorithm: AES256" })
	void tagOfAnEncryptedObjectSaysNothing(String header) throws IOException {
		assertThatIsTaken(OTHERS, true, "ETag: \"25f9e794323b453885f5181f1b624d0b\"", header);
	}

	@Test
	void tagSaysNothingWhereItOnlyLooksLikeAnMd5() throws IOException {
		assertThatIsTaken(OTHERS, false, "ETag: \"25f9e794323b453885f5181f1b624d0b\"");
	}

	@Test
	void tagOfAnHttpServerSaysNothing() throws IOException {
		try (SocketServer server = server(OTHERS, "ETag: \"25f9e794323b453885f5181f1b624d0b\"");
				Transport transport = Transports.patient()) {
			OriginAnswer answer = new HttpOrigin(transport, server.url(), false)
				.fetch(request(OriginRequest.Method.GET));
			try (OriginBody body = ((OriginAnswer.Content) answer).body()) {
				assertThat(body.read(new byte[20])).isEqualTo(OTHERS.length());
			}
		}
	}

	@Test
	void checksumsAreAskedForWithWholeObjectsOnly() throws IOException {
		try (SocketServer server = server(DIGITS); Transport transport = Transports.patient()) {
			S3Origin origin = origin(transport, server.url(), true);
			for (OriginRequest request : new OriginRequest[] { request(OriginRequest.Method.GET),
					request(OriginRequest.Method.GET, "Range", "bytes=0-1"), request(OriginRequest.Method.HEAD) }) {
				((OriginAnswer.Content) origin.fetch(request)).body().close();
			}
			assertThat(server.requests().get(0)).contains("x-amz-checksum-mode: ENABLED");
			assertThat(server.requests().get(1)).doesNotContain("checksum");
			assertThat(server.requests().get(2)).startsWith("HEAD").doesNotContain("checksum");
		}
	}

	@ParameterizedTest
	@CsvSource({ "403, 200, 410", "404, 200, 410", "404, 404, 404", "404, 503, 404" })
	void objectIsGoneWhereItsMarkSaysSo(int object, int mark, int told) throws IOException {
		try (SocketServer server = marked(object, mark); Transport transport = Transports.patient()) {
			assertThat(origin(transport, server.url(), true).fetch(request(OriginRequest.Method.GET)))
				.isEqualTo(new OriginAnswer.Absent(told));
			assertThat(server.requests()).hasSize(2).last().asString().startsWith("HEAD /b/a.withdrawn ");
		}
	}

	@Test
	void objectThatIsDeniedWithoutAMarkIsDenied() throws IOException {
		try (SocketServer server = marked(403, 403); Transport transport = Transports.patient()) {
			assertThat(origin(transport, server.url(), true).fetch(request(OriginRequest.Method.GET)))
				.isEqualTo(new OriginAnswer.Denied());
		}
	}

	@Test
	void markHasNoMark() throws IOException {
		try (SocketServer server = marked(404, 404); Transport transport = Transports.patient()) {
			OriginRequest request = new OriginRequest(OriginRequest.Method.GET, "a.withdrawn", Headers.of());
			assertThat(origin(transport, server.url(), true).fetch(request)).isEqualTo(new OriginAnswer.Absent(404));
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void identityWhenSignedIsAnotherThanThatOfStrangers() throws IOException {
		try (Transport transport = Transports.patient()) {
			URI url = URI.create("http://store");
			Signer signer = new SignatureV4("AK", "SK", "eu");
			String signed = new S3Origin(transport, signer, url, "b", true, new S3Checksums(true)).identity();
			assertThat(signed).isNotEqualTo(origin(transport, url, true).identity()).doesNotContain("AK", "SK");
		}
	}

	@Test
	void proofIsAskedForWithoutTheBody() throws IOException {
		try (SocketServer server = server(DIGITS, "ETag: \"1\"", "x-amz-checksum-crc32c: 4waSgw==");
				Transport transport = Transports.patient()) {
			S3Origin origin = origin(transport, server.url(), true);
			Proof proof = origin.proof("a", "\"1\"");
			assertThat(proof).isNotNull();
			assertThat(proof.checksum()).isEqualTo(new WholeChecksum(ChecksumAlgorithm.CRC32C, "e3069283"));
			assertThat(server.requests().getFirst()).startsWith("HEAD /b/a ")
				.contains("x-amz-checksum-mode: ENABLED", "If-Match: \"1\"");
		}
	}

	@Test
	void proofWhenObjectHasNoneIsNone() throws IOException {
		try (SocketServer server = server(DIGITS, "ETag: \"1\""); Transport transport = Transports.patient()) {
			assertThat(origin(transport, server.url(), true).proof("a", "\"1\"")).isNull();
		}
	}

	@Test
	void proofWhenItIsThatOfAnotherVersionFails() throws IOException {
		try (SocketServer server = server(DIGITS, "ETag: \"1\"", "x-amz-checksum-crc32c: 4waSgw==");
				Transport transport = Transports.patient()) {
			S3Origin origin = origin(transport, server.url(), true);
			assertThatIOException().isThrownBy(() -> origin.proof("a", "\"2\""));
		}
	}

	@Test
	void proofWhenOriginFailsFails() throws IOException {
		try (SocketServer server = new SocketServer(SocketServer.Connection::reset);
				Transport transport = Transports.patient()) {
			S3Origin origin = origin(transport, server.url(), true);
			assertThatExceptionOfType(OriginFailedException.class).isThrownBy(() -> origin.proof("a", "\"1\""));
		}
	}

	@Test
	void signatureCoversThatChecksumsAreAskedFor() throws IOException {
		try (SocketServer server = server(DIGITS); Transport transport = Transports.patient()) {
			Origin origin = new S3Origin(transport, new SignatureV4("AK", "SK", "eu"), server.url(), "b", true,
					new S3Checksums(true));
			((OriginAnswer.Content) origin.fetch(request(OriginRequest.Method.GET))).body().close();
			assertThat(server.requests().getFirst()).contains("x-amz-checksum-mode: ENABLED")
				.containsPattern("SignedHeaders=[^,]*x-amz-checksum-mode");
		}
	}

	@Test
	void headOfAnObjectIsNotTakenForItsBody() throws IOException {
		try (SocketServer server = server(DIGITS, "ETag: \"25f9e794323b453885f5181f1b624d0b\"");
				Transport transport = Transports.patient()) {
			OriginAnswer answer = origin(transport, server.url(), true).fetch(request(OriginRequest.Method.HEAD));
			try (OriginBody body = ((OriginAnswer.Content) answer).body()) {
				assertThat(body.read(new byte[20])).isNegative();
			}
		}
	}

}
