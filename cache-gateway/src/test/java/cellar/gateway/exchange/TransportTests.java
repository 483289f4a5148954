package cellar.gateway.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.connection.Timeouts;
import cellar.gateway.guard.LimitProperties;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginRequest;
import cellar.gateway.upstream.HttpOrigin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Transport}. In each of them one time limit is short, and the others
 * are longer than the test may take.
 */
@Timeout(30)
class TransportTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	private static final Duration LONG = Duration.ofMinutes(5);

	private static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG);

	private static final OriginAnswer TIMED_OUT = new OriginAnswer.Failure(OriginAnswer.Failure.Kind.TIMEOUT, 0);

	private static final OriginAnswer BROKEN = new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0);

	private static OriginAnswer get(Timeouts timeouts, URI origin) throws IOException {
		try (Transport transport = Transports.with(timeouts)) {
			return get(transport, origin);
		}
	}

	private static OriginAnswer get(Transport transport, URI origin) {
		return new HttpOrigin(transport, origin, false)
			.fetch(new OriginRequest(OriginRequest.Method.GET, "x", Headers.of()));
	}

	@Test
	void sendWhenNobodyAcceptsEndsAfterTheTimeToConnect() throws IOException {
		List<SocketChannel> queue = new ArrayList<>();
		try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			InetSocketAddress address = new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort());
			for (int i = 0; i < 8; i++) {
				SocketChannel waiting = SocketChannel.open();
				queue.add(waiting);
				waiting.configureBlocking(false);
				waiting.connect(address);
			}
			assertThat(get(new Timeouts(SHORT, LONG, LONG), URI.create("http://127.0.0.1:" + deaf.getLocalPort())))
				.isEqualTo(TIMED_OUT);
		}
		finally {
			for (SocketChannel waiting : queue) {
				waiting.close();
			}
		}
	}

	@Test
	void sendWhenEncryptionIsNeverAgreedOnEndsAfterTheTimeToConnect() throws IOException {
		try (SocketServer silent = new SocketServer(SocketServer.Connection::awaitEnd)) {
			URI url = URI.create(silent.url().toString().replace("http:", "https:"));
			assertThat(get(new Timeouts(SHORT, LONG, LONG), url)).isEqualTo(TIMED_OUT);
		}
	}

	@Test
	void sendWhenNothingIsAnsweredEndsAfterTheTimeToTheFirstByte() throws IOException {
		try (SocketServer silent = new SocketServer((connection) -> {
			connection.readRequest();
			connection.awaitEnd();
		})) {
			assertThat(get(new Timeouts(LONG, SHORT, LONG), silent.url())).isEqualTo(TIMED_OUT);
			assertThat(silent.requests()).hasSize(1);
		}
	}

	@Test
	void sendWhenTheHeadNeverEndsEndsAfterTheTimeToTheFirstByte() throws IOException {
		try (SocketServer busy = new SocketServer((connection) -> {
			connection.readRequest();
			while (true) {
				connection.write("HTTP/1.1 102 Processing\r\n\r\n");
			}
		})) {
			assertThat(get(new Timeouts(LONG, SHORT, LONG), busy.url())).isEqualTo(TIMED_OUT);
		}
	}

	@Test
	void readWhenTheBodyStallsEndsAfterTheIdleTime() throws IOException {
		try (SocketServer stalling = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
			connection.awaitEnd();
		}); Transport transport = Transports.with(new Timeouts(LONG, LONG, SHORT))) {
			OriginBody body = body(get(transport, stalling.url()));
			byte[] buffer = new byte[10];
			assertThat(body.read(buffer)).isEqualTo(5);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> body.read(buffer));
			body.close();
		}
	}

	@Test
	void sendOnAConnectionThatWasUsedWaitsForTheFirstByteAgain() throws IOException {
		try (SocketServer server = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
			connection.readRequest();
			connection.awaitEnd();
		}); Transport transport = Transports.with(new Timeouts(LONG, SHORT, LONG))) {
			drain(body(get(transport, server.url())));
			assertThat(get(transport, server.url())).isEqualTo(TIMED_OUT);
			assertThat(server.connections()).isOne();
		}
	}

	@Test
	void sendWhenTheConnectionBreaksSendsNothingTwice() throws IOException {
		try (SocketServer breaking = new SocketServer((connection) -> {
			connection.readRequest();
			connection.reset();
		})) {
			assertThat(get(PATIENT, breaking.url())).isEqualTo(BROKEN);
			assertThat(breaking.requests()).hasSize(1);
		}
	}

	@Test
	void sendWhenAConnectionThatWasUsedBreaksSendsNothingTwice() throws IOException {
		try (SocketServer breaking = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
			connection.readRequest();
			connection.reset();
		}); Transport transport = Transports.with(PATIENT)) {
			drain(body(get(transport, breaking.url())));
			assertThat(get(transport, breaking.url())).isEqualTo(BROKEN);
			assertThat(breaking.requests()).hasSize(2);
			assertThat(breaking.connections()).isOne();
		}
	}

	@Test
	void sendNeverTakesWhatFollowsABodyForTheNextAnswer() throws IOException {
		String answer = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
		try (SocketServer server = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write(answer + "right" + answer + "wrong");
			connection.readRequest();
		}); Transport transport = Transports.with(PATIENT)) {
			for (int i = 0; i < 3; i++) {
				byte[] buffer = new byte[5];
				try (OriginBody body = body(get(transport, server.url()))) {
					assertThat(body.read(buffer)).isEqualTo(5);
					assertThat(body.read(new byte[5])).isNegative();
				}
				assertThat(buffer).asString(StandardCharsets.US_ASCII).isEqualTo("right");
			}
			assertThat(server.connections()).isEqualTo(3);
		}
	}

	@Test
	void sendUsesAConnectionAgain() throws IOException {
		try (SocketServer server = new SocketServer((connection) -> {
			while (true) {
				connection.readRequest();
				connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nright");
			}
		}); Transport transport = Transports.with(PATIENT)) {
			for (int i = 0; i < 3; i++) {
				drain(body(get(transport, server.url())));
			}
			assertThat(server.connections()).isOne();
		}
	}

	@Test
	void sendWhenTheOriginIsBusyOrMovedAsksOnce() throws IOException {
		for (String answer : List.of("503 Slow Down\r\nRetry-After: 0", "429 Too Many\r\nRetry-After: 0",
				"301 Moved\r\nLocation: /elsewhere", "401 Who\r\nWWW-Authenticate: Basic realm=\"x\"")) {
			try (SocketServer server = new SocketServer((connection) -> {
				connection.readRequest();
				connection.write("HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n\r\n");
				connection.readRequest();
			})) {
				get(PATIENT, server.url());
				assertThat(server.requests()).as(answer).hasSize(1);
			}
		}
	}

	@Test
	void sendWhenFourOfFourFailedAsksNoMoreAndBodiesOnTheirWayGoOn() throws IOException {
		try (SocketServer server = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
			connection.readRequest();
		}); SocketServer broken = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n");
		}); Transport transport = Transports.with(PATIENT)) {
			OriginBody body = body(get(transport, server.url()));
			for (int i = 0; i < 4; i++) {
				assertThat(get(transport, broken.url()))
					.isEqualTo(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 503));
			}
			assertThat(get(transport, server.url()))
				.isEqualTo(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.CIRCUIT_OPEN, 0));
			assertThat(body.read(new byte[10])).isEqualTo(5);
			body.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "+5", "0x5", "-5", "5, 5", "" })
	void sendWhenTheLengthIsNoneFails(String length) throws IOException {
		try (SocketServer server = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\nhello");
		}); Transport transport = Transports.with(PATIENT)) {
			assertThat(get(transport, server.url())).isInstanceOf(OriginAnswer.Failure.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "429 Too Many", "500 No", "501 No", "505 No" })
	void sendWhenTheOriginRefusesIsNoFailure(String status) throws IOException {
		try (SocketServer server = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
		}); Transport transport = Transports.with(PATIENT)) {
			for (int i = 0; i < 10; i++) {
				get(transport, server.url());
			}
			assertThat(server.requests()).hasSize(10);
		}
	}

	@Test
	void sendHoldsItsPlaceUntilTheBodyEndsOrIsClosed() throws IOException {
		try (SocketServer server = new SocketServer((connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");
			connection.awaitEnd();
		}); Transport transport = Transports.with(PATIENT, new LimitProperties(1, 0, Duration.ZERO))) {
			OriginAnswer overloaded = new OriginAnswer.Failure(OriginAnswer.Failure.Kind.OVERLOADED, 0);
			OriginBody first = body(get(transport, server.url()));
			assertThat(get(transport, server.url())).isEqualTo(overloaded);
			first.close();
			OriginBody second = body(get(transport, server.url()));
			second.read(new byte[5]);
			assertThat(get(transport, server.url())).isEqualTo(overloaded);
			assertThat(second.read(new byte[5])).isNegative();
			body(get(transport, server.url())).close();
			second.close();
		}
	}

	private static OriginBody body(OriginAnswer answer) {
		assertThat(answer).isInstanceOf(OriginAnswer.Content.class);
		return ((OriginAnswer.Content) answer).body();
	}

	private static void drain(OriginBody body) throws IOException {
		try (body) {
			while (body.read(new byte[100]) >= 0) {
				continue;
			}
		}
	}

}
