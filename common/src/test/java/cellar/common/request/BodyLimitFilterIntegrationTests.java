package cellar.common.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import cellar.common.SampleServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@Import(BodyLimitFilterIntegrationTests.Cases.class)
@SampleServer
class BodyLimitFilterIntegrationTests {

	private static final int LIMIT = 1024 * 1024;

	private static final String BOTTLE = "{\"name\":\"Riesling\",\"litres\":1}";

	private static final String TOKEN = "Authorization: Bearer operator";

	private static final String JSON = "Content-Type: application/json";

	private static final String CHUNKED = "Transfer-Encoding: chunked";

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Test
	void postWhenLengthIsAboveTheLimitIsRefusedBeforeTheBodyComes() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			assertThat(connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, length(LIMIT + 1)).answer())
				.startsWith("HTTP/1.1 413")
				.contains("application/problem+json", "urn:cellar:problem:body-too-large",
						"more than the 1048576 bytes", "send less at once");
		}
	}

	@Test
	void postWhenLengthIsTheLimitIsAccepted() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, length(LIMIT));
			assertThat(connection.text(BOTTLE).spaces(LIMIT - BOTTLE.length()).answer()).startsWith("HTTP/1.1 200")
				.endsWith("Riesling");
		}
	}

	@Test
	void postWhenChunksPassTheLimitIsRefusedBeforeTheLastComes() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, CHUNKED);
			assertThat(connection.text("100001\r\n").spaces(LIMIT + 1).answer()).startsWith("HTTP/1.1 413")
				.contains("urn:cellar:problem:body-too-large");
		}
	}

	@Test
	void postWhenChunksStayWithinTheLimitIsAccepted() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, CHUNKED);
			connection.text("%x\r\n%s\r\n".formatted(BOTTLE.length(), BOTTLE));
			int rest = LIMIT - BOTTLE.length();
			assertThat(connection.text("%x\r\n".formatted(rest)).spaces(rest).text("\r\n0\r\n\r\n").answer())
				.startsWith("HTTP/1.1 200")
				.endsWith("Riesling");
		}
	}

	@ParameterizedTest
	@CsvSource({ "POST, /bottles, application/json", "POST, /bottles, application/x-www-form-urlencoded",
			"PUT, /bottles, application/x-www-form-urlencoded", "POST, /bottles, multipart/form-data; boundary=x",
			"POST, /nowhere, application/json" })
	void requestWhenCallerIsUnknownIsRefusedUnread(String method, String path, String type) throws IOException {
		for (String length : List.of(length(10), length(LIMIT + 1), CHUNKED)) {
			try (RawConnection connection = RawConnection.to(this.port)) {
				connection.head(method + " " + path + " HTTP/1.1", "Content-Type: " + type, length);
				assertThat(connection.answer()).as(length).startsWith("HTTP/1.1 401");
			}
		}
	}

	@Test
	void postWhenBodyIsModeratelyTooLargeIsAnsweredOnceItIsSent() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, length(2 * LIMIT)).spaces(2 * LIMIT);
			assertThat(connection.answer()).startsWith("HTTP/1.1 413");
			assertThat(connection.isClosedInOrder()).isTrue();
		}
	}

	@Test
	void postWhenBodyIsMuchTooLargeIsAnsweredAlthoughItIsNotReadToItsEnd() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, length(64 * LIMIT));
			assertThatIOException().isThrownBy(() -> connection.spaces(64 * LIMIT));
			assertThat(connection.answer()).startsWith("HTTP/1.1 413");
		}
	}

	@ParameterizedTest
	@CsvSource({ "10, HTTP/1.1 100", "1048577, HTTP/1.1 413" })
	void postWhenClientWaitsIsAskedForTheBodyOnlyIfItIsWanted(int length, String first) throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, length(length), "Expect: 100-continue");
			assertThat(connection.answer()).startsWith(first);
		}
	}

	@Test
	void postWhenBodyIsCompressedIsNotUnpacked() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /bottles HTTP/1.1", TOKEN, JSON, "Content-Encoding: gzip", length(10)).spaces(10);
			assertThat(connection.answer()).startsWith("HTTP/1.1 400");
		}
	}

	@Test
	void postToManagementPortWhenTooLargeIsRefused() throws IOException {
		for (String length : List.of(length(LIMIT + 1), CHUNKED)) {
			try (RawConnection connection = RawConnection.to(this.managementPort)) {
				connection.head("POST /actuator/loggers/ROOT HTTP/1.1", TOKEN, JSON, length);
				if (length.equals(CHUNKED)) {
					connection.text("100001\r\n").spaces(LIMIT + 1);
				}
				assertThat(connection.answer()).as(length)
					.startsWith("HTTP/1.1 413")
					.contains("urn:cellar:problem:body-too-large");
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "10, HTTP/1.1 100", "1048577, HTTP/1.1 413" })
	void postToManagementPortWhenClientWaitsIsAskedForTheBodyOnlyIfItIsWanted(int length, String first)
			throws IOException {
		try (RawConnection connection = RawConnection.to(this.managementPort)) {
			connection.head("POST /actuator/loggers/ROOT HTTP/1.1", TOKEN, JSON, length(length),
					"Expect: 100-continue");
			assertThat(connection.answer()).startsWith(first);
		}
	}

	@ParameterizedTest
	@CsvSource({ "2097152, false, 200", "2097153, false, 413", "2097152, true, 200", "2097153, true, 413" })
	void postWhenPathHasALimitOfItsOwnObeysIt(int size, boolean chunked, int status) throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("POST /notes HTTP/1.1", TOKEN, "Content-Type: text/plain",
					chunked ? CHUNKED : length(size));
			connection.text(chunked ? "%x\r\n".formatted(size) : "").spaces(size).text(chunked ? "\r\n0\r\n\r\n" : "");
			assertThat(connection.answer()).startsWith("HTTP/1.1 " + status);
		}
	}

	@Test
	void getWhenBodyIsNeverFinishedIsAnsweredWithoutWaitingForIt() throws IOException {
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("GET /public HTTP/1.1", CHUNKED);
			assertThat(connection.text("ffff0\r\n").spaces(1000).answer()).startsWith("HTTP/1.1 200");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void putWhenControllerLimitsBodiesIsLeftAlone(boolean chunked) throws IOException {
		int size = 3 * LIMIT;
		try (RawConnection connection = RawConnection.to(this.port)) {
			connection.head("PUT /barrels HTTP/1.1", TOKEN, chunked ? CHUNKED : length(size));
			connection.text(chunked ? "%x\r\n".formatted(size) : "").spaces(size).text(chunked ? "\r\n0\r\n\r\n" : "");
			assertThat(connection.answer()).startsWith("HTTP/1.1 200").endsWith(String.valueOf(size));
		}
	}

	private static String length(int bytes) {
		return "Content-Length: " + bytes;
	}

	@TestConfiguration
	static class Cases {

		@Bean
		BodyLimit notes() {
			return BodyLimit.of(HttpMethod.POST, "/notes", DataSize.ofBytes(2 * LIMIT));
		}

		@Bean
		BodyLimit barrels() {
			return BodyLimit.ofController(HttpMethod.PUT, "/barrels");
		}

		@RestController
		static class Controller {

			@PostMapping("/notes")
			int note(@RequestBody String text) {
				return text.length();
			}

			@PutMapping("/barrels")
			String fill(HttpServletRequest request) throws IOException {
				try (InputStream body = request.getInputStream()) {
					return String.valueOf(body.transferTo(OutputStream.nullOutputStream()));
				}
			}

		}

	}

}
