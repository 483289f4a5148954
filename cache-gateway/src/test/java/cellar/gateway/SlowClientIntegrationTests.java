package cellar.gateway;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import cellar.gateway.cache.Contents;
import cellar.gateway.index.Selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@ParameterizedClass
@EnumSource
@TestPropertySource(properties = { "cellar.gateway.client-idle-timeout=1s", "cellar.gateway.client-min-rate=50MB" })
class SlowClientIntegrationTests extends GatewayTestBase {

	/** More than is held for a client anywhere. */
	private static final byte[] BYTES = bytes(60_000_000);

	@Parameter
	@SuppressWarnings("NullAway.Init") // injected
	private Wire wire;

	@Autowired
	@SuppressWarnings("NullAway.Init") // injected
	private Contents contents;

	@Override
	Wire wire() {
		return this.wire;
	}

	@BeforeEach
	void store() {
		this.contents.purge(new Selection(null, null));
		bucket.put("large", BYTES);
	}

	@Test
	void clientThatTakesEnoughGetsAll() throws Exception {
		assertThat(get("/images/large").body()).isEqualTo(BYTES);
		Awaitility.await().until(() -> header(get("/images/large"), "Cache-Status").startsWith("Cellar; hit"));
		assertThat(get("/images/large").body()).isEqualTo(BYTES);
	}

	@Test
	void clientThatTakesTooLittleIsLeft() throws Exception {
		Awaitility.await().until(() -> header(get("/images/large"), "Cache-Status").startsWith("Cellar; hit"));
		assertThatIOException().isThrownBy(this::takeSlowly);
	}

	@Test
	void clientThatTakesTooLittleOfAFillIsLeft() {
		assertThatIOException().isThrownBy(this::takeSlowly);
	}

	@Test
	void clientThatWaitsForTheOriginIsKept() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		web.on("/waited-for", (out) -> {
			ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n1");
			go.await();
			ScriptedServer.write(out, "2");
		});
		try (InputStream body = this.wire.open(dataPort(), "/web/waited-for")) {
			assertThat(body.read()).isEqualTo('1');
			// Two limits pass, each told by a connection that nobody speaks on.
			for (int i = 0; i < 2; i++) {
				try (Socket silent = new Socket("127.0.0.1", port())) {
					assertThat(silent.getInputStream().read()).isNegative();
				}
			}
			go.countDown();
			assertThat(body.readAllBytes()).isEqualTo(new byte[] { '2' });
		}
	}

	/**
	 * Takes a hundredth of what is due for three limits, and then all that is left.
	 */
	private void takeSlowly() throws Exception {
		try (InputStream body = this.wire.open(dataPort(), "/images/large")) {
			AtomicInteger left = new AtomicInteger(300);
			Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10)).until(() -> {
				body.readNBytes(5_000);
				return left.decrementAndGet() == 0;
			});
			body.transferTo(OutputStream.nullOutputStream());
		}
	}

}
