package cellar.common.request;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

import cellar.common.SampleServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of the container and of Jackson, which we count on.
 */
@SampleServer
class UnreadableRequestIntegrationTests {

	private static final String TOKEN = "Authorization: Bearer operator";

	private static final String JSON = "Content-Type: application/json";

	private static final int MANY = 500_000;

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@ParameterizedTest
	@ValueSource(ints = { 501, MANY })
	void postWhenJsonIsNestedDeeplyIsABadRequest(int depth) throws IOException {
		assertThat(post("{\"other\":" + "[".repeat(depth))).startsWith("HTTP/1.1 400")
			.contains("urn:cellar:problem:unreadable-body", "nested too deeply");
	}

	@Test
	void postWhenNumberIsLongIsABadRequest() throws IOException {
		assertThat(post("{\"litres\":" + "1".repeat(MANY) + "}")).startsWith("HTTP/1.1 400")
			.contains("urn:cellar:problem:unreadable-body", "number");
	}

	private String post(String json) throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, "Content-Length: " + json.length());
			return connection.text(json).answer();
		}
	}

	@Test
	void postWhenChunkIsMalformedIsABadRequest() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, "Transfer-Encoding: chunked");
			assertSaysWhatToSend(connection.text("no length\r\n").answer());
		}
	}

	@ParameterizedTest
	@CsvSource({ "Transfer-Encoding: chunked, 8", "Content-Length: 100, ''" })
	void postWhenBodyBreaksOffIsABadRequest(String length, String chunk) throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, length);
			assertSaysWhatToSend(connection.text(chunk + "\r\n{\"name\"").end().answer());
		}
	}

	private static void assertSaysWhatToSend(String answer) {
		assertThat(answer).startsWith("HTTP/1.1 400")
			.contains("application/problem+json", "urn:cellar:problem:unreadable-body", "\"detail\":",
					"send all of it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "shelf=%zz", "shelf=%ff", "shelf=1&a=%" })
	void getWhenParametersAreMisencodedIsABadRequest(String query) throws IOException {
		assertUnreadable(query);
	}

	@Test
	void getWhenParametersAreManyIsABadRequest() throws IOException {
		assertUnreadable("a&".repeat(1001));
	}

	private void assertUnreadable(String query) throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			assertThat(connection.head("GET /bottles?" + query + " HTTP/1.1", TOKEN).answer())
				.startsWith("HTTP/1.1 400")
				.contains("urn:cellar:problem:unreadable-parameters", "at most 1000");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET /public/%00 HTTP/1.1    | Host: a
			GET /public/..%2fx HTTP/1.1 | Host: a
			GET /public HTTP/1.1        | A: b
			GET /public HTTP/1.1        | Host: a\\r\\nHost: b
			GET /pub;a=b/lic HTTP/1.1   | Host: a
			GET /actuator;a=b/health HTTP/1.1 | Host: a
			GET /pub<lic HTTP/1.1       | Host: a
			GET /LONG HTTP/1.1          | Host: a
			""")
	void getWhenTheContainerRefusesItIsAProblem(String line, String headers) throws IOException {
		for (int either : new int[] { this.port, this.managementPort }) {
			try (RawConnection connection = RawConnection.to(either)) {
				String head = line.replace("LONG", "b".repeat(9000)) + "\r\n" + headers.translateEscapes();
				assertThat(connection.text(head + "\r\n\r\n").answer()).as("port %d", either)
					.startsWith("HTTP/1.1 400")
					.contains("application/problem+json", "urn:cellar:problem:refused-request", "\"status\":400");
			}
		}
	}

	@Test
	void getWhenHeadersAreManyIsABadRequest() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			assertThat(connection.head("GET /public HTTP/1.1\r\n" + "A: b\r\n".repeat(100) + TOKEN).answer())
				.startsWith("HTTP/1.1 400");
		}
	}

	@Test
	void getWhenHeaderIsLongIsABadRequest() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			assertThat(connection.head("GET /public HTTP/1.1", "A: " + "b".repeat(9000)).answer())
				.startsWith("HTTP/1.1 400");
		}
	}

}
