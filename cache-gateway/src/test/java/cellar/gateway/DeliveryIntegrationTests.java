package cellar.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients get, which is the same whatever they speak.
 */
@ParameterizedClass
@EnumSource
class DeliveryIntegrationTests extends GatewayTestBase {

	private static final byte[] BYTES = bytes(3_000_000);

	@Parameter
	@SuppressWarnings("NullAway.Init") // injected
	private Wire wire;

	@Override
	Wire wire() {
		return this.wire;
	}

	@BeforeEach
	void forget() throws Exception {
		admin("DELETE", "/api/v1/cache/objects?route=/images", "operator");
		admin("DELETE", "/api/v1/cache/objects?route=/short", "operator");
		assertThat(get("/nowhere").version()).isEqualTo(this.wire.version());
	}

	@Test
	void getWhenColdAndThenStored() throws Exception {
		bucket.put("a%20b/%C3%BC.bin", BYTES);
		HttpResponse<byte[]> miss = get("/images/a%20b/%C3%BC.bin?ignored=1");
		assertThat(miss.statusCode()).isEqualTo(200);
		assertThat(miss.body()).isEqualTo(BYTES);
		assertThat(header(miss, "Cache-Status")).isEqualTo("Cellar; fwd=uri-miss; stored");
		assertThat(header(miss, "Age")).isEmpty();
		assertThat(header(miss, "ETag")).startsWith("\"").isNotEqualTo("\"\"");
		HttpResponse<byte[]> hit = get("/images/a%20b/%C3%BC.bin?ignored=2");
		assertThat(hit.body()).isEqualTo(BYTES);
		assertThat(header(hit, "Cache-Status")).matches("Cellar; (hit; ttl=\\d+|fwd=uri-miss; stored; collapsed)");
		assertThat(header(hit, "ETag")).isEqualTo(header(miss, "ETag"));
		assertThat(header(hit, "X-Frame-Options")).isEqualTo("DENY");
		assertThat(header(hit, "Content-Length")).isEqualTo("3000000");
		assertThat(hit.headers().map().keySet()).noneMatch((name) -> name.startsWith("x-amz-"));
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-0,0,0", "bytes=1000000-2000000,1000000,2000000", "bytes=2999990-,2999990,2999999",
			"bytes=-7,2999993,2999999", "bytes=5-99999999,5,2999999" })
	void rangesComeTheSameFromColdAndFromStore(String range, int first, int last) throws Exception {
		String object = "range" + first + "-" + last;
		bucket.put(object, BYTES);
		for (int i = 0; i < 2; i++) {
			HttpResponse<byte[]> part = get("/images/" + object, "Range", range);
			assertThat(part.statusCode()).isEqualTo(206);
			assertThat(header(part, "Content-Range")).isEqualTo("bytes " + first + "-" + last + "/3000000");
			assertThat(part.body()).isEqualTo(Arrays.copyOfRange(BYTES, first, last + 1));
		}
	}

	@Test
	void rangesThatAreNone() throws Exception {
		bucket.put("none", BYTES);
		HttpResponse<byte[]> beyond = get("/images/none", "Range", "bytes=3000000-");
		assertThat(beyond.statusCode()).isEqualTo(416);
		assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */3000000");
		assertThat(get("/images/none", "Range", "bytes=0-1,6-5").statusCode()).isEqualTo(200);
		assertThat(get("/images/none", "Range", "bytes=0-1", "If-Range", "\"other\"").statusCode()).isEqualTo(200);
		String etag = header(get("/images/none"), "ETag");
		assertThat(get("/images/none", "Range", "bytes=0-1", "If-Range", etag).statusCode()).isEqualTo(206);
	}

	@Test
	void severalRangesComeTheSameFromColdAndFromStore() throws Exception {
		bucket.put("several", BYTES);
		for (String how : List.of("cold", "stored")) {
			HttpResponse<byte[]> parts = get("/images/several", "Range", "bytes=2000000-2000009,0-4,-3");
			assertThat(parts.statusCode()).as(how).isEqualTo(206);
			String type = header(parts, "Content-Type");
			assertThat(type).matches("multipart/byteranges; boundary=[0-9a-f-]{36}");
			assertThat(parts.headers().firstValue("Content-Range")).isEmpty();
			assertThat(header(parts, "Content-Length")).isEqualTo(Integer.toString(parts.body().length));
			String boundary = "\r\n--" + type.substring(type.indexOf('=') + 1);
			assertThat(new String(parts.body(), StandardCharsets.ISO_8859_1)).isEqualTo(part(boundary, 0, 4)
					+ part(boundary, 2000000, 2000009) + part(boundary, 2999997, 2999999) + boundary + "--\r\n");
		}
	}

	@Test
	void hitsThatGoIntoMemoryComeWhole() throws Exception {
		byte[] bytes = bytes(900_001);
		bucket.put("warm", bytes);
		Awaitility.await().until(() -> header(get("/images/warm"), "Cache-Status").startsWith("Cellar; hit"));
		for (int i = 0; i < 20; i++) {
			assertThat(get("/images/warm").body()).isEqualTo(bytes);
		}
	}

	@Test
	void largeHitsAtOnceGetTheirOwnBytesEach() throws Exception {
		List<byte[]> objects = IntStream.range(0, 4).mapToObj((i) -> bytes(5_000_000 + i)).toList();
		for (int i = 0; i < objects.size(); i++) {
			String path = "/images/large" + i;
			bucket.put("large" + i, objects.get(i));
			Awaitility.await().until(() -> header(get(path), "Cache-Status").startsWith("Cellar; hit"));
		}
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<byte[]>> all = new ArrayList<>();
			for (int i = 0; i < 32; i++) {
				String path = "/images/large" + i % objects.size();
				int some = 100_000 * i;
				all.add(clients.submit(() -> get(path).body()));
				// One that leaves in the middle, so that what was lent to it is free
				// again.
				clients.submit(() -> {
					try (InputStream body = wire().open(dataPort(), path)) {
						return body.readNBytes(some);
					}
				});
			}
			for (int i = 0; i < all.size(); i++) {
				assertThat(all.get(i).get()).isEqualTo(objects.get(i % objects.size()));
			}
		}
	}

	private static String part(String boundary, int first, int last) {
		return boundary + "\r\nContent-Type: binary/octet-stream\r\nContent-Range: bytes " + first + "-" + last
				+ "/3000000\r\n\r\n" + new String(BYTES, first, last - first + 1, StandardCharsets.ISO_8859_1);
	}

	@Test
	void severalRangesThatTouchComeAsOne() throws Exception {
		bucket.put("touching", BYTES);
		HttpResponse<byte[]> united = get("/images/touching", "Range", "bytes=0-1,5-6");
		assertThat(united.statusCode()).isEqualTo(206);
		assertThat(header(united, "Content-Range")).isEqualTo("bytes 0-6/3000000");
		assertThat(united.body()).isEqualTo(Arrays.copyOf(BYTES, 7));
	}

	@Test
	void conditions() throws Exception {
		bucket.put("conditional", BYTES);
		HttpResponse<byte[]> whole = get("/images/conditional");
		String etag = header(whole, "ETag");
		HttpResponse<byte[]> unchanged = get("/images/conditional", "If-None-Match", etag);
		assertThat(unchanged.statusCode()).isEqualTo(304);
		assertThat(unchanged.body()).isEmpty();
		assertThat(header(unchanged, "ETag")).isEqualTo(etag);
		assertThat(get("/images/conditional", "If-Modified-Since", header(whole, "Last-Modified")).statusCode())
			.isEqualTo(304);
		assertThat(get("/images/conditional", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
		assertThat(get("/images/conditional", "If-Match", "\"other\"").statusCode()).isEqualTo(412);
		assertThat(get("/images/conditional", "If-Match", etag).statusCode()).isEqualTo(200);
	}

	@Test
	void head() throws Exception {
		bucket.put("head", BYTES);
		HttpResponse<byte[]> cold = send("HEAD", "/images/head");
		assertThat(cold.statusCode()).isEqualTo(200);
		assertThat(header(cold, "Content-Length")).isEqualTo("3000000");
		assertThat(cold.body()).isEmpty();
		assertThat(header(cold, "Cache-Status")).isEqualTo("Cellar; fwd=uri-miss");
		assertThat(send("HEAD", "/images/no-such").statusCode()).isEqualTo(404);
	}

	@Test
	void emptyObject() throws Exception {
		bucket.put("empty", new byte[0]);
		for (int i = 0; i < 2; i++) {
			HttpResponse<byte[]> empty = get("/images/empty");
			assertThat(empty.statusCode()).isEqualTo(200);
			assertThat(header(empty, "Content-Length")).isEqualTo("0");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/images/no-such", "/nowhere", "/private/a", "/images/" })
	void whatIsNotThereOrNotShownIsNotFound(String path) throws Exception {
		HttpResponse<byte[]> response = get(path);
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("urn:cellar:problem:not-found")
			.doesNotContain("Bucket", "AccessDenied", "<");
		assertThat(header(response, "Cache-Status")).startsWith("Cellar;");
	}

	@Test
	void otherMethodsAreRefused() throws Exception {
		for (String method : new String[] { "PUT", "POST", "DELETE", "PATCH", "TRACE" }) {
			HttpResponse<byte[]> response = send(method, "/images/a");
			assertThat(response.statusCode()).isEqualTo(405);
			assertThat(header(response, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
		}
		HttpResponse<byte[]> options = send("OPTIONS", "/images/a");
		assertThat(options.statusCode()).isEqualTo(204);
		assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
	}

	@Test
	void staleWhileStoreIsDown() throws Exception {
		bucket.put("stale", BYTES);
		get("/short/stale");
		HttpResponse<byte[]> renewed = eventually("/short/stale", "fwd-status=304");
		assertThat(renewed.body()).isEqualTo(BYTES);
		store.stop();
		try {
			HttpResponse<byte[]> stale = get("/short/stale");
			assertThat(stale.statusCode()).isEqualTo(200);
			assertThat(stale.body()).isEqualTo(BYTES);
			assertThat(header(stale, "Cache-Status")).contains("fwd=stale", "detail=stale-if-error");
			assertThat(get("/short/never-seen").statusCode()).isEqualTo(502);
		}
		finally {
			store.start();
		}
	}

	private HttpResponse<byte[]> eventually(String path, String status) throws IOException, InterruptedException {
		HttpResponse<byte[]> response = get(path);
		for (int i = 0; i < 100 && !header(response, "Cache-Status").contains(status); i++) {
			response = get(path);
		}
		assertThat(header(response, "Cache-Status")).contains(status);
		return response;
	}

}
