package cellar.gateway;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class DataPortIntegrationTests extends GatewayTestBase {

	@Test
	void pipelinedRequestsAreAnsweredInOrder() throws IOException {
		bucket.put("p1", "first".getBytes(StandardCharsets.UTF_8));
		bucket.put("p2", "second".getBytes(StandardCharsets.UTF_8));
		String answer = talk("GET /images/p1 HTTP/1.1\r\nHost: x\r\n\r\nHEAD /images/p2 HTTP/1.1\r\nHost: x\r\n\r\n"
				+ "GET /images/p2 HTTP/1.1\r\nHost: x\r\nRange: bytes=0-2\r\nConnection: close\r\n\r\n");
		assertThat(answer.split("HTTP/1.1 ")).hasSize(4);
		assertThat(answer).containsSubsequence("200 OK", "first", "200 OK", "206 Partial", "\r\n\r\nsec")
			.endsWith("sec");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "nonsense\\r\\n\\r\\n | 400",
					"GET /images/../a HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET /images/%2e%2e/a HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET /images/a HTTP/1.1\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET http://other/nowhere HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET HTTP://X/nowhere HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 404",
					"GET a?://x/nowhere HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET http://x?y=/nowhere HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET /nowhere#a HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET http://other/images/%00 HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"GET /nowhere HTTP/1.7\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 404",
					"GET /nowhere HTTP/9.9\\r\\nHost: x\\r\\n\\r\\n | 505",
					"GET /nowhere H=TTP/1.1\\r\\nHost: x\\r\\n\\r\\n | 505",
					"GET /nowhere H=TTP/1.1\\r\\n \\r\\nHost: x\\r\\n\\r\\n | 400",
					"PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n | 505",
					"GET /images/a HTTP/1.1\\r\\nHost: x\\r\\nHost: y\\r\\nConnection: close\\r\\n\\r\\n | 400",
					"OPTIONS * HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 204" })
	void oddRequestsAreAnswered(String request, int status) throws IOException {
		String answer = talk(request.replace("\\r\\n", "\r\n"));
		assertThat(answer).startsWith("HTTP/1.")
			.contains(" " + status + " ")
			.containsIgnoringCase("\r\nDate: ")
			.containsIgnoringCase("Cache-Status: Cellar;");
	}

	@Test
	void fieldsOfOriginsThatCannotBeSentDoNoHarm() throws IOException {
		web.on("/odd-fields",
				(out) -> ScriptedServer.write(out,
						"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nCache-Control: max-age=60\r\n"
								+ "X Y: 1\r\nX-Note: a\u007fb\u0001\r\nConnection: close\r\n\r\nhello"));
		for (int i = 0; i < 2; i++) {
			assertThat(talk("GET /web/odd-fields HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).contains(" 200 ")
				.contains("\r\nX-Note: a b")
				.doesNotContain("X Y")
				.endsWith("\r\n\r\nhello");
		}
	}

	@Test
	void digestOfAllOfAnObjectIsNotToldOfAPart() throws IOException {
		web.on("/digest",
				(out) -> ScriptedServer.write(out,
						"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nCache-Control: max-age=60\r\n"
								+ "Content-Digest: sha-256=:a:\r\nConnection: close\r\n\r\nhello"));
		String request = "GET /web/digest HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
		assertThat(talk(request + "\r\n")).contains(" 200 ").contains("Content-Digest: sha-256=:a:");
		assertThat(talk(request + "Range: bytes=1-2\r\n\r\n")).contains(" 206 ")
			.doesNotContain("Digest")
			.endsWith("el");
	}

	@Test
	void oversizedRequestsAreRefused() throws IOException {
		assertThat(talk("GET /" + "a".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n")).contains(" 414 ")
			.containsIgnoringCase("\r\nDate: ")
			.containsIgnoringCase("\r\nCache-Control: no-store\r\n");
		assertThat(talk("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20000) + "\r\n\r\n")).contains(" 431 ");
		String most = "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + "X: \r\n".repeat(98);
		assertThat(talk(most + "\r\n")).contains(" 404 ");
		assertThat(talk(most + "X: \r\n\r\n")).contains(" 431 ");
	}

	@Test
	void refusedMethodEndsTheConnection() throws IOException {
		assertThat(talk("PUT /images/a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")).contains(" 405 ")
			.containsIgnoringCase("Connection: close");
	}

	@Test
	void unknownLengthEndsWithTheConnectionForOldClients() throws IOException {
		web.on("/old", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nCache-Control: no-store\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
		assertThat(talk("GET /web/old HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"))
			.containsIgnoringCase("Connection: close")
			.doesNotContainIgnoringCase("keep-alive")
			.endsWith("\r\n\r\nhello");
	}

	@Test
	void unknownLengthThatBreaksOffLooksBrokenToOldClients() {
		web.on("/oldbroken", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nCache-Control: no-store\r\n\r\n5\r\nhello\r\n"));
		assertThatIOException().isThrownBy(() -> talk("GET /web/oldbroken HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
	}

	@Test
	void partsOfAnOddTypeAreAsLongAsTheySay() throws IOException {
		web.on("/odd", (out) -> {
			out.write(
					"HTTP/1.1 200 OK\r\nContent-Type: text/plain; name=\u00e9\r\nETag: \"1\"\r\nContent-Length: 2000\r\n"
						.concat("Cache-Control: max-age=60\r\nConnection: close\r\n\r\n")
						.getBytes(StandardCharsets.ISO_8859_1));
			out.write(new byte[2000]);
		});
		try (Socket client = new Socket("127.0.0.1", port())) {
			ScriptedServer.write(client.getOutputStream(),
					"GET /web/odd HTTP/1.1\r\nHost: x\r\nRange: bytes=0-0,1000-1000\r\n\r\n"
							+ "GET /web/odd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
			String both = new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
			assertThat(both).containsPattern("--\r\nHTTP/1.1 200 OK");
		}
	}

	@Test
	void rangeOfWhatIsNeitherStoredNorTaggedIsSkippedTo() throws IOException {
		web.on("/untagged", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nhello"));
		assertThat(talk("GET /web/untagged HTTP/1.1\r\nHost: x\r\nRange: bytes=3-\r\nConnection: close\r\n\r\n"))
			.contains(" 206 ")
			.endsWith("\r\n\r\nlo");
	}

	private String talk(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.setSoTimeout(10_000);
			ScriptedServer.write(socket.getOutputStream(), request);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

}
