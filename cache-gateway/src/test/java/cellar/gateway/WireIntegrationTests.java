package cellar.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLSocket;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * What depends on how a client speaks.
 */
class WireIntegrationTests extends GatewayTestBase {

	private static final Pattern RANGE = Pattern.compile("(?i)range: bytes=([0-9]+)-([0-9]+)");

	private Wire wire = Wire.TLS_HTTP2;

	@Override
	Wire wire() {
		return this.wire;
	}

	@ParameterizedTest
	@EnumSource
	void brokenBodyNeverLooksComplete(Wire speaking) {
		this.wire = speaking;
		web.on("/broken" + speaking, (out) -> {
			ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 500000\r\nConnection: close\r\n\r\n");
			out.write(new byte[400_000]);
		});
		web.on("/endless" + speaking, (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"));
		assertThatIOException().isThrownBy(() -> get("/web/broken" + speaking));
		assertThatIOException().isThrownBy(() -> get("/web/endless" + speaking));
	}

	@Test
	void oldClientsAreServedOverTlsAndKnowWhatIsBroken() throws IOException {
		web.on("/old-tls", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nCache-Control: no-store\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
		web.on("/old-tls-broken", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nCache-Control: no-store\r\n\r\n5\r\nhello\r\n"));
		assertThat(talk("GET /web/old-tls HTTP/1.0\r\n\r\n")).contains(" 200 OK").endsWith("\r\n\r\nhello");
		assertThatIOException().isThrownBy(() -> talk("GET /web/old-tls-broken HTTP/1.0\r\n\r\n"));
	}

	private String talk(String request) throws IOException {
		try (Socket socket = TestCertificate.trusting()
			.getSocketFactory()
			.createSocket("127.0.0.1", dataPort().tlsPort())) {
			ScriptedServer.write(socket.getOutputStream(), request);
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void offsetsBeyondFourGibibytesAreRight(Wire speaking) throws Exception {
		this.wire = speaking;
		web.on("/huge" + speaking, (out) -> {
			Matcher slice = RANGE.matcher(web.heads("/huge" + speaking).getLast());
			assertThat(slice.find()).isTrue();
			int length = Math.toIntExact(Long.parseLong(slice.group(2)) - Long.parseLong(slice.group(1)) + 1);
			ScriptedServer.write(out,
					"HTTP/1.1 206 Part\r\nContent-Range: bytes " + slice.group(1) + "-" + slice.group(2)
							+ "/5368709120\r\nContent-Length: " + length
							+ "\r\nETag: \"a\"\r\nConnection: close\r\n\r\n" + "a".repeat(length));
		});
		HttpResponse<byte[]> part = get("/web/huge" + speaking, "Range", "bytes=4294967300-4294967302");
		assertThat(part.statusCode()).isEqualTo(206);
		assertThat(header(part, "Content-Range")).isEqualTo("bytes 4294967300-4294967302/5368709120");
		assertThat(part.body()).asString(StandardCharsets.US_ASCII).isEqualTo("aaa");
	}

	@Test
	void streamThatBreaksLeavesTheOthersOfItsConnection() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		web.on("/going", (out) -> {
			ScriptedServer.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n1");
			go.await();
			ScriptedServer.write(out, "2");
		});
		web.on("/breaking", (out) -> ScriptedServer.write(out,
				"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n1"));
		// One connection is there that both will use.
		get("/nowhere");
		CompletableFuture<HttpResponse<byte[]>> going = CompletableFuture.supplyAsync(() -> {
			try {
				return get("/web/going");
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		Awaitility.await().until(() -> web.requestsFor("/going") == 1);
		assertThatIOException().isThrownBy(() -> get("/web/breaking"));
		go.countDown();
		assertThat(going.get().body()).containsExactly('1', '2');
	}

	@Test
	void renewedCertificateIsShownAndOldConnectionsGoOn() throws Exception {
		bucket.put("renewed", bytes(1000));
		try (SSLSocket old = connect()) {
			assertThat(talk(old)).startsWith("HTTP/1.1 200 OK");
			assertThat(shown(old)).isEqualTo(certificate.current());
			certificate.renew();
			X509Certificate renewed = certificate.current();
			assertThat(shown(old)).isNotEqualTo(renewed);
			Awaitility.await().until(() -> {
				try (SSLSocket next = connect()) {
					return shown(next).equals(renewed);
				}
			});
			assertThat(talk(old)).startsWith("HTTP/1.1 200 OK");
		}
	}

	private SSLSocket connect() throws Exception {
		Socket socket = TestCertificate.trusting().getSocketFactory().createSocket("127.0.0.1", dataPort().tlsPort());
		return (SSLSocket) socket;
	}

	private static Certificate shown(SSLSocket socket) throws Exception {
		return socket.getSession().getPeerCertificates()[0];
	}

	private static String talk(SSLSocket socket) throws Exception {
		OutputStream out = socket.getOutputStream();
		ScriptedServer.write(out, "HEAD /images/renewed HTTP/1.1\r\nHost: x\r\n\r\n");
		InputStream in = socket.getInputStream();
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			head.append((char) in.read());
		}
		return head.toString();
	}

}
