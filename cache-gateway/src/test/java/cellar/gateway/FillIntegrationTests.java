package cellar.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class FillIntegrationTests extends GatewayTestBase {

	private static final byte[] BYTES = bytes(2_000_000);

	private static void head(OutputStream out, int length, String... lines) throws IOException {
		ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\nETag: unquoted\r\n"
				+ String.join("", lines) + "Connection: close\r\n\r\n");
	}

	@Test
	void manyClientsMakeOneRequest() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		web.on("/many", (out) -> {
			head(out, BYTES.length);
			out.write(BYTES, 0, 1000);
			out.flush();
			go.await();
			out.write(BYTES, 1000, BYTES.length - 1000);
		});
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
			for (int i = 0; i < 50; i++) {
				answers.add(clients.submit(() -> get("/web/many")));
			}
			Awaitility.await().until(() -> web.requestsFor("/many") == 1);
			go.countDown();
			for (Future<HttpResponse<byte[]>> answer : answers) {
				assertThat(answer.get().body()).isEqualTo(BYTES);
				assertThat(header(answer.get(), "ETag")).isEqualTo("unquoted");
			}
		}
		assertThat(web.requestsFor("/many")).isOne();
	}

	@Test
	void followerHasItsFirstByteWhileTheFillTrickles() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		web.on("/trickle", (out) -> {
			head(out, BYTES.length);
			out.write(BYTES, 0, 1000);
			out.flush();
			go.await();
			out.write(BYTES, 1000, BYTES.length - 1000);
		});
		try (Socket first = open("/web/trickle")) {
			readPastHead(first.getInputStream());
			InputStream follower = open("/web/trickle").getInputStream();
			assertThat(readPastHead(follower)).contains("collapsed");
			assertThat(follower.readNBytes(1000)).startsWith(BYTES[0], BYTES[1]);
			go.countDown();
			assertThat(follower.readNBytes(BYTES.length - 1000)).hasSize(BYTES.length - 1000);
		}
	}

	@Test
	void truncatedOriginAbortsClientsAndStoresNothing() throws Exception {
		web.on("/short", (out) -> {
			head(out, BYTES.length);
			out.write(BYTES, 0, 500_000);
		});
		for (int i = 1; i <= 2; i++) {
			assertThatIOException().isThrownBy(() -> get("/web/short"));
		}
		// Each of them was tried once more, with the same tag.
		assertThat(web.requestsFor("/short")).isEqualTo(4);
	}

	@Test
	void truncatedChunkedOriginAbortsClients() {
		web.on("/chunked", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"));
		assertThatIOException().isThrownBy(() -> get("/web/chunked"));
	}

	@Test
	void chunkedOriginIsStoredWhole() throws Exception {
		web.on("/whole", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
		assertThat(get("/web/whole").body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
		Awaitility.await()
			.untilAsserted(() -> assertThat(header(get("/web/whole"), "Cache-Status")).startsWith("Cellar; hit"));
		assertThat(header(get("/web/whole"), "Content-Length")).isEqualTo("5");
	}

	@Test
	void silentOriginTimesOut() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		web.on("/silent", (_) -> never.await());
		HttpResponse<byte[]> response = get("/web/silent");
		assertThat(response.statusCode()).isEqualTo(504);
		assertThat(header(response, "Cache-Status")).contains("detail=origin-timeout");
		assertThat(web.requestsFor("/silent")).isOne();
		never.countDown();
	}

	@Test
	void failingOriginIsAskedOnce() throws Exception {
		web.on("/failing", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 503 No\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret"));
		HttpResponse<byte[]> response = get("/web/failing");
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("secret");
		assertThat(web.requestsFor("/failing")).isOne();
	}

	@Test
	void queryIsPartOfTheNameOfHttpObjects() throws Exception {
		web.on("/q?a=1", (out) -> {
			head(out, 1);
			ScriptedServer.write(out, "1");
		});
		web.on("/q?a=2", (out) -> {
			head(out, 1);
			ScriptedServer.write(out, "2");
		});
		assertThat(get("/web/q?a=1").body()).containsExactly('1');
		assertThat(get("/web/q?a=2").body()).containsExactly('2');
	}

	@Test
	void originThatIsBusyCostsNoStaleCopy() throws Exception {
		web.on("/busy", (out) -> {
			head(out, 1, "Cache-Control: max-age=0\r\n");
			ScriptedServer.write(out, "1");
		});
		assertThat(get("/web/busy").body()).containsExactly('1');
		for (String status : new String[] { "429", "408", "401" }) {
			web.on("/busy", (out) -> ScriptedServer.write(out,
					"HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
			get("/web/busy");
		}
		web.on("/busy",
				(out) -> ScriptedServer.write(out, "HTTP/1.1 304 Same\r\nETag: unquoted\r\nConnection: close\r\n\r\n"));
		HttpResponse<byte[]> renewed = get("/web/busy");
		assertThat(renewed.statusCode()).isEqualTo(200);
		assertThat(renewed.body()).containsExactly('1');
	}

	@Test
	void redirectsAndRefusalsOfHttpOriginsPassThrough() throws Exception {
		web.on("/moved", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 302 Found\r\nLocation: /else\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
		HttpResponse<byte[]> response = get("/web/moved");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(header(response, "Location")).isEqualTo("/else");
	}

	@Test
	void whatCachesBeforeThisOneSayIsKept() throws Exception {
		web.on("/chain", (out) -> {
			head(out, 1, "Cache-Status: Far; hit, Near; fwd=miss\r\n");
			ScriptedServer.write(out, "1");
		});
		assertThat(header(get("/web/chain"), "Cache-Status"))
			.isEqualTo("Far; hit, Near; fwd=miss, Cellar; fwd=uri-miss; stored");
		Awaitility.await()
			.untilAsserted(() -> assertThat(header(get("/web/chain"), "Cache-Status"))
				.startsWith("Far; hit, Near; fwd=miss, Cellar; hit"));
	}

	@Test
	void hopByHopHeadersStayBehind() throws Exception {
		web.on("/hop", (out) -> {
			head(out, 1, "Keep-Alive: x\r\nX-Private: 1\r\nServer: secret\r\nConnection: X-Private\r\n");
			ScriptedServer.write(out, "1");
		});
		HttpResponse<byte[]> response = get("/web/hop");
		assertThat(header(response, "X-Private")).isEmpty();
		assertThat(header(response, "Server")).isEmpty();
		assertThat(header(response, "Keep-Alive")).isEmpty();
	}

	private Socket open(String path) throws IOException {
		Socket socket = new Socket("127.0.0.1", port());
		ScriptedServer.write(socket.getOutputStream(), "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
		return socket;
	}

	private static String readPastHead(InputStream in) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) in.read());
		}
		return head.toString();
	}

}
