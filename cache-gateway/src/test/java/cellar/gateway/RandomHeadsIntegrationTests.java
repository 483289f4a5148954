package cellar.gateway;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that were cut, doubled, spliced and sprinkled with what parsers stumble over.
 * Each is answered by whole answers of HTTP/1.1 that blame nobody but the client, or by
 * the end of the connection, and harms nobody else.
 */
class RandomHeadsIntegrationTests extends GatewayTestBase {

	private static final long SEED = Long.getLong("soak.seed", 20_261_126L);

	private static final int HEADS = Integer.getInteger("soak.heads", 4_000);

	private static final byte[] CONTENT = bytes(3_000);

	private static final List<String> HEADS_TO_SPOIL = List.of("GET /images/sane HTTP/1.1\r\nHost: a\r\n\r\n",
			"HEAD /images/sane HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n",
			"GET /images/sane HTTP/1.1\r\nHost: a\r\nRange: bytes=0-9, 2000-2009,-5\r\nIf-Range: \"x\"\r\n\r\n",
			"GET /images/sane HTTP/1.1\r\nHost: a\r\nIf-None-Match: W/\"a\", \"b\"\r\n"
					+ "If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT\r\n\r\n",
			"GET http://a/images/sane?q=%20#f HTTP/1.1\r\nHost: a:80\r\nConnection: keep-alive, Host\r\n\r\n",
			"POST /images/sane HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
			"GET /images/sane HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n0\r\nT: 1\r\n\r\n",
			"GET /images/sane HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx",
			"OPTIONS * HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nConnection: Upgrade\r\n\r\n",
			"GET /images/sane HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
			"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000");

	private static final List<String> SCRAPS = List.of("\r\n", "\r", "\n", "\r\n\r\n", "\r\n ", "\u0000", " ", "\t",
			":", "%", "%00", "%2e%2e/", "../", "//", "?", "#", "\\", "\"", ",", ";", "-", "=", "\u00ff\u00fe",
			"HTTP/1.1", "HTTP/9.9", "Host: b\r\n", "Host:\r\n", "Content-Length: 0\r\n", "Content-Length: 5, 5\r\n",
			"Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Length: +3\r\n",
			"Transfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip, chunked\r\n", "Transfer-Encoding : chunked\r\n",
			"Range: bytes=0-0,1-1,2-2,3-3\r\n", "Range: bytes=18446744073709551616-\r\n", "Range: bytes=5-1\r\n",
			"Cache-Control: only-if-cached\r\n", "Authorization: Basic Zm9v\r\n", "Connection: close\r\n",
			"X: " + "a".repeat(5_000) + "\r\n", "a".repeat(9_000), "5\r\nhello\r\n", "fffffffffffffffff\r\n", "0\r\n");

	private static final Pattern HEAD = Pattern
		.compile("HTTP/1\\.[01] ([1-5][0-9]{2}) [ -~]*\r\n((?:[!-9;-~]+:[^\r\n]*\r\n)*)\r\n");

	private static final Pattern LENGTH = Pattern.compile("(?imd)^content-length: ?([0-9]+)\r$");

	private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

	@BeforeEach
	void put() {
		bucket.put("sane", CONTENT);
	}

	@Test
	void everyRequestIsAnsweredOrRefused() throws Exception {
		int answered = 0;
		for (int i = 0; i < HEADS; i++) {
			String request = spoilt();
			String answers = talk(request);
			if (answers != null) {
				answered++;
				assertWholeAnswers(request, answers);
			}
			if (i % 100 == 0) {
				assertThat(get("/images/sane").body()).isEqualTo(CONTENT);
			}
		}
		assertThat(answered).isGreaterThan(HEADS / 2);
	}

	private String spoilt() {
		StringBuilder request = new StringBuilder(any(HEADS_TO_SPOIL));
		if (this.random.nextInt(4) == 0) {
			request.append(any(HEADS_TO_SPOIL));
		}
		for (int left = 1 + this.random.nextInt(3); left > 0; left--) {
			int at = this.random.nextInt(request.length() + 1);
			int to = Math.min(at + this.random.nextInt(12), request.length());
			switch (this.random.nextInt(5)) {
				case 0 -> request.insert(at, any(SCRAPS));
				case 1 -> request.insert(afterLine(request, at), any(SCRAPS));
				case 2 -> request.delete(at, to);
				case 3 -> request.insert(at, request.substring(at, to));
				default -> request.replace(at, to, String.valueOf((char) this.random.nextInt(256)));
			}
		}
		return request.toString();
	}

	private static int afterLine(StringBuilder request, int from) {
		int end = request.indexOf("\r\n", from);
		return (end >= 0) ? end + 2 : request.length();
	}

	private String any(List<String> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	// Says that nothing more comes, so that a request that is not whole is not waited
	// for.
	private @Nullable String talk(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", port())) {
			socket.setSoTimeout(20_000);
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
		catch (SocketException ex) {
			// What was not read of a request that was refused cuts its answer off.
			return null;
		}
	}

	private static void assertWholeAnswers(String request, String answers) {
		int at = 0;
		Matcher head = HEAD.matcher(answers);
		while (at < answers.length()) {
			assertThat(head.find(at) && head.start() == at).as("head at %s of %s to %s", at, answers, request).isTrue();
			// The other one says that the client wanted nothing but a copy (RFC 9111,
			// 5.2.1.7).
			assertThat(head.group(1)).as("status for %s", request)
				.matches(request.contains("only-if-cached") ? "[1-4]..|50[45]" : "[1-4]..|505");
			at = end(head, answers);
		}
	}

	private static int end(Matcher head, String answers) {
		Matcher length = LENGTH.matcher(head.group(2));
		int end = head.end() + (length.find() ? Integer.parseInt(length.group(1)) : 0);
		// Whether it answers HEAD is known by what follows.
		boolean bodiless = answers.startsWith("HTTP/", head.end()) || head.end() == answers.length();
		return bodiless ? head.end() : Math.max(end, head.end());
	}

}
