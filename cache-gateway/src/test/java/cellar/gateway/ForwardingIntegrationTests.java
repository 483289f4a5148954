package cellar.gateway;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ForwardingIntegrationTests extends GatewayTestBase {

	@Test
	void headersAndQueryGoThroughButNothingThatIsForOneHop() throws Exception {
		answer("/through?a=1&b=%20", "200 OK", "X-Custom: yes\r\nServer: other\r\nConnection: X-Hop\r\nX-Hop: 1\r\n",
				"hello");
		HttpResponse<byte[]> response = get("/open/through?a=1&b=%20", "X-Asked", "this", "Accept-Encoding", "br",
				"User-Agent", "me", "Range", "bytes=1-2", "If-None-Match", "\"x\"", "Keep-Alive", "5", "Via", "1.0 a");
		assertThat(response.statusCode()).isEqualTo(206);
		assertThat(text(response)).isEqualTo("el");
		assertThat(header(response, "X-Custom")).isEqualTo("yes");
		assertThat(header(response, "Server")).isEqualTo("other");
		assertThat(response.headers().map()).doesNotContainKey("x-hop");
		assertThat(web.heads("/through?a=1&b=%20").getLast())
			.contains("X-Asked: this\r\n", "Accept-Encoding: br\r\n", "User-Agent: me\r\n",
					"Via: 1.0 a, 1.1 cellar\r\n")
			.doesNotContain("Keep-Alive: 5", "If-None-Match");
	}

	@Test
	void queryIsPartOfTheKey() throws Exception {
		answer("/key?1", "200 OK", "Cache-Control: max-age=60\r\n", "one");
		answer("/key?2", "200 OK", "Cache-Control: max-age=60\r\n", "two");
		assertThat(text(get("/open/key?1"))).isEqualTo("one");
		assertThat(text(get("/open/key?2"))).isEqualTo("two");
	}

	@Test
	void variantsAreKeptApartAndPurgedTogether() throws Exception {
		web.on("/vary", (out) -> {
			String language = web.heads("/vary").getLast().contains("Accept-Language: de") ? "hallo" : "hello";
			ScriptedServer.write(out,
					"HTTP/1.1 200 OK\r\nVary: Accept-Language\r\nCache-Control: max-age=60\r\nContent-Length: 5\r\n"
							+ "Connection: close\r\n\r\n" + language);
		});
		for (int i = 0; i < 2; i++) {
			assertThat(text(get("/open/vary", "Accept-Language", "de"))).isEqualTo("hallo");
			assertThat(text(get("/open/vary", "Accept-Language", "en"))).isEqualTo("hello");
		}
		assertThat(admin("DELETE", "/api/v1/cache/objects?route=/open&prefix=vary", "operator").statusCode())
			.isLessThan(300);
		assertThat(header(get("/open/vary", "Accept-Language", "de"), "Cache-Status")).contains("fwd=uri-miss");
	}

	@ParameterizedTest
	@ValueSource(strings = { "201 Created", "299 Odd", "303 See Other", "400 Bad Request", "451 Unavailable",
			"501 Not Implemented", "599 Odd" })
	void oddStatusesPassThrough(String status) throws Exception {
		String code = status.substring(0, 3);
		answer("/odd" + code, status, "Location: /elsewhere\r\nX-Odd: 1\r\n", "odd");
		HttpResponse<byte[]> response = get("/open/odd" + code);
		assertThat(response.statusCode()).isEqualTo(Integer.parseInt(code));
		assertThat(header(response, "X-Odd")).isEqualTo("1");
		assertThat(header(response, "Location")).isEqualTo("/elsewhere");
		assertThat(text(response)).isEqualTo("odd");
	}

	@Test
	void answersWithoutContentPassThrough() throws Exception {
		web.on("/none", (out) -> ScriptedServer.write(out, "HTTP/1.1 204 No Content\r\nX-Odd: 1\r\n\r\n"));
		HttpResponse<byte[]> response = get("/open/none");
		assertThat(response.statusCode()).isEqualTo(204);
		assertThat(response.headers().map()).doesNotContainKeys("transfer-encoding", "content-length");
	}

	@Test
	void cookiesAreForOneClientUnlessTheOriginHasThoughtOfCaches() throws Exception {
		answer("/cookie", "200 OK", "Set-Cookie: a=b\r\nLast-Modified: Thu, 01 Jan 2026 00:00:00 GMT\r\n", "mine");
		assertThat(header(get("/open/cookie"), "Set-Cookie")).isEqualTo("a=b");
		assertThat(header(get("/open/cookie"), "Cache-Status")).isEqualTo("Cellar; fwd=uri-miss");
	}

	@Test
	void onlyIfCachedAsksNobody() throws Exception {
		answer("/only", "200 OK", "Cache-Control: max-age=60\r\n", "here");
		HttpResponse<byte[]> refused = get("/open/only", "Cache-Control", "only-if-cached");
		assertThat(refused.statusCode()).isEqualTo(504);
		assertThat(text(refused)).contains("urn:cellar:problem:not-cached");
		assertThat(header(refused, "Cache-Status")).isEqualTo("Cellar; detail=only-if-cached");
		assertThat(send("HEAD", "/open/only", "Cache-Control", "only-if-cached").statusCode()).isEqualTo(504);
		assertThat(web.requestsFor("/only")).isZero();
		awaitHit("/open/only");
		assertThat(text(get("/open/only", "Cache-Control", "only-if-cached"))).isEqualTo("here");
	}

	@Test
	void wishesOfClientsDoNotReachTheOriginUnlessTheRouteSaysSo() throws Exception {
		answer("/wish", "200 OK", "Cache-Control: max-age=60\r\n", "here");
		awaitHit("/open/wish");
		assertThat(header(get("/open/wish", "Cache-Control", "no-cache"), "Cache-Status")).startsWith("Cellar; hit");
		awaitHit("/heeding/wish");
		assertThat(header(get("/heeding/wish", "Cache-Control", "no-cache"), "Cache-Status"))
			.isEqualTo("Cellar; fwd=request; fwd-status=200; stored");
		awaitHit("/heeding/wish", "Cache-Control", "max-age=100, min-fresh=10");
		assertThat(header(get("/heeding/wish", "Cache-Control", "min-fresh=100"), "Cache-Status"))
			.contains("fwd=request");
	}

	@Test
	void ageOfACacheBeforeThisOneIsToldOn() throws Exception {
		answer("/old", "200 OK", "Age: 30\r\nCache-Control: max-age=60\r\n", "old");
		assertThat(header(get("/open/old"), "Age")).isEqualTo("30");
		assertThat(Integer.parseInt(header(get("/open/old"), "Age"))).isGreaterThanOrEqualTo(30);
	}

	private void awaitHit(String path, String... headers) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(header(get(path, headers), "Cache-Status")).contains("; hit"));
	}

	private static void answer(String target, String status, String headers, String body) {
		web.on(target,
				(out) -> ScriptedServer.write(out,
						"HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n"
								+ (headers.contains("Connection") ? "" : "Connection: close\r\n") + "\r\n" + body));
	}

	private static String text(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
