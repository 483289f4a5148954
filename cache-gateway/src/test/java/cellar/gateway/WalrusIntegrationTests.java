package cellar.gateway;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * A gateway before the object store of Eucalyptus, which anybody may read.
 */
class WalrusIntegrationTests extends GatewayTestBase {

	private static final int SLICE = 64 * 1024;

	private static final byte[] BYTES = bytes(5 * SLICE + 100);

	private static final Walrus walrus = new Walrus();

	@DynamicPropertySource
	static void origin(DynamicPropertyRegistry registry) {
		registry.add("cellar.gateway.cache.slice-size", () -> "64KB");
		registry.add("cellar.gateway.fill.stretch", () -> "1");
		registry.add("cellar.gateway.fill.read-ahead", () -> "0");
		registry.add("cellar.gateway.origins.walrus.type", () -> "s3");
		registry.add("cellar.gateway.origins.walrus.endpoint", walrus::endpoint);
		for (int route = ROUTES; route < ROUTES + 2; route++) {
			String name = "cellar.gateway.routes[" + route + "].";
			String path = (route == ROUTES) ? "/starter-emis" : "/short-lived";
			String ttl = (route == ROUTES) ? "1h" : "0s";
			registry.add(name + "path", () -> path);
			registry.add(name + "origin", () -> "walrus");
			registry.add(name + "bucket", () -> "emis");
			registry.add(name + "access", () -> "public");
			registry.add(name + "default-ttl", () -> ttl);
			registry.add(name + "stale-if-error", () -> "1h");
		}
	}

	@AfterAll
	static void stop() {
		walrus.close();
	}

	@Test
	void objectBelowThePathOfTheEndpointIsKeptWithItsTagAsItIs() throws Exception {
		byte[] bytes = bytes(1000);
		walrus.put("emis/a%20b/c%2Bd.tgz", bytes);
		HttpResponse<byte[]> response = get("/starter-emis/a%20b/c%2Bd.tgz");
		assertThat(response.body()).isEqualTo(bytes);
		assertThat(header(response, "ETag")).isEqualTo(Walrus.md5(bytes));
		assertThat(header(response, "Content-Type")).isEqualTo("binary/octet-stream");
		Awaitility.await()
			.untilAsserted(() -> assertThat(header(get("/starter-emis/a%20b/c%2Bd.tgz"), "Cache-Status"))
				.startsWith("Cellar; hit; ttl=35"));
		assertThat(walrus.requestsFor("emis/a%20b/c%2Bd.tgz")).hasSize(1);
	}

	@Test
	void partsWithoutUnitAreTakenForTheSlicesThatTheyAre() throws Exception {
		walrus.put("emis/parts", BYTES);
		HttpResponse<byte[]> middle = get("/starter-emis/parts", "Range", "bytes=70000-70009");
		assertThat(middle.statusCode()).isEqualTo(206);
		assertThat(header(middle, "Content-Range")).isEqualTo("bytes 70000-70009/" + BYTES.length);
		assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(BYTES, 70_000, 70_010));
		assertThat(get("/starter-emis/parts", "Range", "bytes=-10").body())
			.isEqualTo(Arrays.copyOfRange(BYTES, BYTES.length - 10, BYTES.length));
		assertThat(get("/starter-emis/parts").body()).isEqualTo(BYTES);
		String tag = Walrus.md5(BYTES);
		assertThat(walrus.requestsFor("emis/parts")).hasSize(7)
			.contains("GET range=bytes=65536-131071 match=null none-match=null",
					"GET range=bytes=327680-327779 match=" + tag + " none-match=null",
					"GET range=bytes=0-65535 match=" + tag + " none-match=null",
					"HEAD range=null match=" + tag + " none-match=null");
	}

	@Test
	void copyIsRenewedByItsTagAsItIs() throws Exception {
		byte[] bytes = bytes(1000);
		walrus.put("emis/renewed", bytes);
		get("/short-lived/renewed");
		Awaitility.await()
			.untilAsserted(() -> assertThat(header(get("/short-lived/renewed"), "Cache-Status"))
				.contains("fwd=stale; fwd-status=304"));
		assertThat(walrus.requestsFor("emis/renewed"))
			.contains("GET range=null match=null none-match=" + Walrus.md5(bytes));
	}

	@Test
	void objectThatChangesIsNeverMixed() throws Exception {
		byte[] changed = bytes(BYTES.length + 1);
		walrus.put("emis/changing", BYTES);
		get("/starter-emis/changing", "Range", "bytes=0-9");
		walrus.put("emis/changing", changed);
		HttpResponse<byte[]> tail = get("/starter-emis/changing", "Range", "bytes=300000-");
		assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(changed, 300_000, changed.length));
		assertThat(header(tail, "ETag")).isEqualTo(Walrus.md5(changed));
		assertThat(get("/starter-emis/changing").body()).isEqualTo(changed);
	}

	@Test
	void objectThatIsSentWithoutItsLengthIsKept() throws Exception {
		walrus.put("emis/compressed", BYTES, Walrus.Quirk.COMPRESSED);
		assertThat(get("/starter-emis/compressed").body()).isEqualTo(BYTES);
		Awaitility.await()
			.untilAsserted(() -> assertThat(header(get("/starter-emis/compressed"), "Cache-Status"))
				.startsWith("Cellar; hit"));
		assertThat(walrus.requestsFor("emis/compressed")).hasSize(1);
	}

	@Test
	void objectThatNobodyMayReadIsNotThere() throws Exception {
		walrus.put("emis/denied", BYTES, Walrus.Quirk.DENIED);
		HttpResponse<byte[]> response = get("/starter-emis/denied");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("AccessDenied");
		assertThat(send("HEAD", "/starter-emis/denied").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void objectThatWasWithdrawnIsGoneForGood(boolean denied) throws Exception {
		String object = "emis/withdrawn-" + denied;
		String path = "/starter-emis/withdrawn-" + denied;
		walrus.put(object, BYTES);
		assertThat(get(path).body()).isEqualTo(BYTES);
		walrus.put(object + ".withdrawn", new byte[0]);
		if (denied) {
			walrus.put(object, BYTES, Walrus.Quirk.DENIED);
		}
		else {
			walrus.remove(object);
		}
		assertThat(admin("DELETE", "/api/v1/cache/objects?prefix=withdrawn-" + denied, "operator").statusCode())
			.isEqualTo(200);
		for (int i = 0; i < 2; i++) {
			assertThat(get(path).statusCode()).isEqualTo(410);
			assertThat(send("HEAD", path).statusCode()).isEqualTo(410);
		}
		assertThat(get("/starter-emis/never-there").statusCode()).isEqualTo(404);
	}

	@Test
	void damagedObjectNeverLooksCompleteAndIsNotKept() throws Exception {
		double before = faults("walrus", "wrong_checksum");
		walrus.put("emis/damaged", BYTES, Walrus.Quirk.DAMAGED);
		for (int i = 0; i < 2; i++) {
			assertThatIOException().isThrownBy(() -> get("/starter-emis/damaged"));
		}
		assertThat(walrus.requestsFor("emis/damaged")).hasSize(2)
			.allMatch((request) -> request.startsWith("GET range=null match=null"));
		assertThat(faults("walrus", "wrong_checksum")).isEqualTo(before + 2);
		walrus.put("emis/damaged", BYTES);
		assertThat(get("/starter-emis/damaged").body()).isEqualTo(BYTES);
	}

	@ParameterizedTest
	@EnumSource(names = { "DAMAGED", "TRUNCATED" })
	void smallObjectThatIsWrongIsAFailureInWhichTheCopyIsServed(Walrus.Quirk quirk) throws Exception {
		String fault = (quirk == Walrus.Quirk.DAMAGED) ? "wrong_checksum" : "truncated";
		double before = faults("walrus", fault);
		walrus.put("emis/" + quirk, bytes(1000), quirk);
		HttpResponse<byte[]> response = get("/starter-emis/" + quirk);
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(header(response, "Cache-Status")).contains("detail=origin-error");
		assertThat(faults("walrus", fault)).isEqualTo(before + 1);
		walrus.put("emis/" + quirk, bytes(1001));
		assertThat(get("/short-lived/" + quirk).body()).isEqualTo(bytes(1001));
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(header(get("/short-lived/" + quirk), "Cache-Status")).contains("fwd-status=304"));
		walrus.put("emis/" + quirk, bytes(1002), quirk);
		HttpResponse<byte[]> stale = get("/short-lived/" + quirk);
		assertThat(stale.body()).isEqualTo(bytes(1001));
		assertThat(header(stale, "Cache-Status")).contains("stale-if-error");
		assertThat(faults("walrus", fault)).isEqualTo(before + 2);
	}

	@Test
	void truncatedObjectNeverLooksCompleteAndIsNotKept() throws Exception {
		walrus.put("emis/short", bytes(SLICE + 1), Walrus.Quirk.TRUNCATED);
		assertThatIOException().isThrownBy(() -> get("/starter-emis/short"));
		walrus.put("emis/short", bytes(SLICE + 1));
		assertThat(get("/starter-emis/short").body()).isEqualTo(bytes(SLICE + 1));
	}

	@Test
	void partThatIsSaidToBeAnotherIsNotTaken() throws Exception {
		walrus.put("emis/shifted", BYTES, Walrus.Quirk.WRONG_RANGE);
		assertThat(get("/starter-emis/shifted", "Range", "bytes=70000-70009").body())
			.isEqualTo(Arrays.copyOfRange(BYTES, 70_000, 70_010));
		assertThat(walrus.requestsFor("emis/shifted")).hasSize(2).contains("GET range=null match=null none-match=null");
		assertThat(faults("walrus", "wrong_range")).isPositive();
	}

	private double faults(String origin, String fault) throws Exception {
		String name = "cellar_origin_faults_total{application=\"cache-gateway\",fault=\"" + fault + "\",origin=\""
				+ origin + "\"} ";
		return admin("GET", "/actuator/prometheus", "reader").body()
			.lines()
			.filter((line) -> line.startsWith(name))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length())))
			.sum();
	}

}
