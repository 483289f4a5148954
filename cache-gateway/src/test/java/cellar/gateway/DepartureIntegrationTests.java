package cellar.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

import cellar.gateway.cache.Contents;
import cellar.gateway.index.Selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@TestPropertySource(properties = "cellar.gateway.client-idle-timeout=1s")
class DepartureIntegrationTests extends GatewayTestBase {

	private static final byte[] BYTES = bytes(8_000_000);

	@Autowired
	Contents contents;

	@Value("${cellar.gateway.cache.directory}")
	Path directory;

	@Test
	@EnabledOnOs(OS.LINUX)
	void clientsThatLeaveInTheMiddleLeaveNothingOpen() throws Exception {
		bucket.put("left", BYTES);
		Awaitility.await().until(() -> header(get("/images/left"), "Cache-Status").startsWith("Cellar; hit"));
		String request = "GET /images/left HTTP/1.1\r\nHost: x\r\n\r\n";
		for (int round = 0; round < 5; round++) {
			List<Socket> clients = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				Socket client = new Socket("127.0.0.1", port());
				client.setSoLinger(true, 0);
				ScriptedServer.write(client.getOutputStream(), request.repeat(1 + i % 3));
				clients.add(client);
			}
			for (int i = 0; i < clients.size(); i++) {
				clients.get(i).getInputStream().readNBytes(i * 1000);
				clients.get(i).close();
			}
		}
		this.contents.purge(new Selection(null, null));
		Awaitility.await().untilAsserted(() -> assertThat(heldFiles()).isEmpty());
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void clientThatTakesNothingIsLeft() throws Exception {
		bucket.put("stalled", BYTES);
		Awaitility.await().until(() -> header(get("/images/stalled"), "Cache-Status").startsWith("Cellar; hit"));
		try (Socket client = new Socket()) {
			client.setReceiveBufferSize(8192);
			client.connect(new InetSocketAddress("127.0.0.1", port()));
			ScriptedServer.write(client.getOutputStream(), "GET /images/stalled HTTP/1.1\r\nHost: x\r\n\r\n");
			assertThat(client.getInputStream().read()).isEqualTo('H');
			this.contents.purge(new Selection(null, null));
			assertThat(heldFiles()).isNotEmpty();
			Awaitility.await().untilAsserted(() -> assertThat(heldFiles()).isEmpty());
		}
	}

	@Test
	void clientThatLeavesWhileItsRangeIsSkippedToLeavesTheOrigin() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch left = new CountDownLatch(1);
		web.on("/skipped", (out) -> {
			ScriptedServer.write(out,
					"HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\nCache-Control: no-store\r\n\r\n");
			begun.countDown();
			writeUntilBroken(out);
			left.countDown();
		});
		try (Socket client = new Socket("127.0.0.1", port())) {
			ScriptedServer.write(client.getOutputStream(),
					"GET /web/skipped HTTP/1.1\r\nHost: x\r\nRange: bytes=900000000000-\r\n\r\n");
			begun.await();
		}
		left.await();
	}

	private static void writeUntilBroken(OutputStream out) {
		byte[] bytes = new byte[64 * 1024];
		try {
			while (true) {
				out.write(bytes);
			}
		}
		catch (IOException ex) {
			// Which is what was waited for.
		}
	}

	@ParameterizedTest
	@EnumSource
	@EnabledOnOs(OS.LINUX)
	void clientsThatCancelLeaveNothingOpen(Wire speaking) throws Exception {
		bucket.put("cancelled" + speaking, BYTES);
		Awaitility.await()
			.until(() -> header(get("/images/cancelled" + speaking), "Cache-Status").startsWith("Cellar; hit"));
		for (int i = 0; i < 20; i++) {
			try (InputStream body = speaking.open(dataPort(), "/images/cancelled" + speaking)) {
				body.readNBytes(i * 1000);
			}
		}
		this.contents.purge(new Selection(null, null));
		Awaitility.await().untilAsserted(() -> assertThat(heldFiles()).isEmpty());
	}

	@ParameterizedTest
	@EnumSource
	@EnabledOnOs(OS.LINUX)
	void clientThatStopsReadingIsLeft(Wire speaking) throws Exception {
		this.contents.purge(new Selection(null, null));
		// More than both systems and the client's windows take without anybody reading.
		byte[] bytes = bytes(45_000_000);
		bucket.put("stopped" + speaking, bytes);
		Awaitility.await()
			.until(() -> header(get("/images/stopped" + speaking), "Cache-Status").startsWith("Cellar; hit"));
		try (InputStream body = speaking.open(dataPort(), "/images/stopped" + speaking)) {
			assertThat(body.read()).isEqualTo(bytes[0] & 0xFF);
			this.contents.purge(new Selection(null, null));
			assertThat(heldFiles()).isNotEmpty();
			Awaitility.await().untilAsserted(() -> assertThat(heldFiles()).isEmpty());
		}
	}

	@Test
	void clientThatNeverComesToTheEndOfItsRequestIsLeft() throws Exception {
		try (Socket client = new Socket("127.0.0.1", port())) {
			ScriptedServer.write(client.getOutputStream(), "GET /images/late HTTP/1.1\r\nHost: x\r\nX-Late: ");
			Awaitility.await()
				.untilAsserted(() -> assertThatIOException()
					.isThrownBy(() -> ScriptedServer.write(client.getOutputStream(), "a")));
		}
	}

	@Test
	void clientThatTakesLittleIsKept() throws Exception {
		bucket.put("slow", BYTES);
		Awaitility.await().until(() -> header(get("/images/slow"), "Cache-Status").startsWith("Cellar; hit"));
		try (Socket client = new Socket()) {
			client.setReceiveBufferSize(8192);
			client.connect(new InetSocketAddress("127.0.0.1", port()));
			ScriptedServer.write(client.getOutputStream(),
					"GET /images/slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
			ByteArrayOutputStream taken = new ByteArrayOutputStream();
			Instant began = Instant.now();
			// Much longer than the time-out, though the first MiB is not gone by then.
			Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
				taken.write(client.getInputStream().readNBytes(10_000));
				return Duration.between(began, Instant.now()).toSeconds() >= 5;
			});
			client.getInputStream().transferTo(taken);
			assertThat(taken.toByteArray()).endsWith(BYTES);
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void fileThatWasCutShortBreaksOffOnceAndIsMended() throws Exception {
		bucket.put("cut", BYTES);
		this.contents.purge(new Selection(null, null));
		Awaitility.await().until(() -> header(get("/images/cut"), "Cache-Status").startsWith("Cellar; hit"));
		// What is still to be saved would make the file as long as it was.
		Awaitility.await().until(() -> this.contents.figures().fills() == 0);
		Path file = copy();
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.truncate(5_000_000);
		}
		assertThatIOException().isThrownBy(() -> get("/images/cut"));
		assertThat(get("/images/cut").body()).isEqualTo(BYTES);
	}

	@Test
	void clientThatWaitsForTheOriginIsKept() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		web.on("/patient", (out) -> {
			ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n1");
			go.await();
			ScriptedServer.write(out, "2");
		});
		try (Socket client = new Socket("127.0.0.1", port()); Socket silent = new Socket("127.0.0.1", port())) {
			ScriptedServer.write(client.getOutputStream(),
					"GET /web/patient HTTP/1.1\r\nHost: x\r\nRange: bytes=1-1\r\n\r\n");
			// Two limits pass, each told by a connection that nobody speaks on.
			assertThat(silent.getInputStream().read()).isNegative();
			try (Socket next = new Socket("127.0.0.1", port())) {
				assertThat(next.getInputStream().read()).isNegative();
			}
			go.countDown();
			InputStream in = client.getInputStream();
			StringBuilder answer = new StringBuilder();
			while (answer.indexOf("\r\n\r\n2") < 0) {
				int c = in.read();
				assertThat(c).isNotNegative();
				answer.append((char) c);
			}
			assertThat(answer).startsWith("HTTP/1.1 206 ");
		}
	}

	// What was purged stays open for those alone who still read it.
	private static List<String> heldFiles() throws IOException {
		List<String> held = new ArrayList<>();
		try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
			for (Path descriptor : descriptors.toList()) {
				try {
					held.add(Files.readSymbolicLink(descriptor).toString());
				}
				catch (NoSuchFileException ex) {
					// It was closed meanwhile.
				}
			}
		}
		return held.stream().filter((file) -> file.contains("gateway-test") && file.endsWith(" (deleted)")).toList();
	}

	private Path copy() throws IOException {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter((file) -> file.getFileName().toString().matches("[0-9a-f]{32}\\..*"))
				.findFirst()
				.orElseThrow();
		}
	}

}
