package cellar.stack;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import cellar.stack.part.Console;
import cellar.stack.platform.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One image's way through the whole platform, on the real jars, with plain HTTP; and the
 * same platform after each of its parts was killed.
 */
class JourneyIntegrationTests {

	private static final int IMAGE_BYTES = 3 << 20;

	@TempDir
	private static Path directory;

	private static Stack stack;

	private static Visitor visitor;

	@BeforeAll
	static void start() {
		Path project = Path.of(System.getProperty("cellar.stack.project"));
		stack = Stack.start(StackOptions.onFreePorts(project, directory), new Console(System.out, Instant.now()));
		visitor = new Visitor(stack);
	}

	@AfterAll
	static void stop() {
		visitor.close();
		stack.close();
	}

	@Test
	void anImageIsImportedPublishedServedFromCacheAndACloudLaunches() throws Exception {
		byte[] archive = archive(1);
		String name = "journey-x86_64-20261122";
		String image = importEntry(name);
		upload(image, archive);

		long serial = visitor.publish("the journey").path("serial").asLong();

		HttpResponse<byte[]> first = visitor.download("/catalog.json");
		assertThat(cacheStatus(first)).contains("fwd=uri-miss");
		HttpResponse<byte[]> second = hit("/catalog.json");
		assertThat(second.headers().firstValue("Age")).isPresent();
		assertThat(second.body()).isEqualTo(first.body());
		JsonNode document = Visitor.JSON.readTree(second.body());
		assertThat(document.path("serial").asLong()).isEqualTo(serial);
		JsonNode entry = entry(document, name);
		assertThat(entry.path("sha256").asString()).isEqualTo(sha256(archive));

		String address = "/" + entry.path("url").asString();
		HttpResponse<byte[]> range = visitor.download(address, "Range", "bytes=1000-1999");
		assertThat(range.statusCode()).isEqualTo(206);
		assertThat(range.headers().firstValue("Content-Range")).hasValue("bytes 1000-1999/" + archive.length);
		assertThat(range.body()).isEqualTo(Arrays.copyOfRange(archive, 1000, 2000));
		assertThat(hit(address).body()).isEqualTo(archive);

		JsonNode launch = visitor.settle(Port.PROVISIONING, visitor.post(Port.PROVISIONING, "/api/v1/launches",
				launchRequest(), "Idempotency-Key", UUID.randomUUID().toString()), "READY");
		assertThat(launch.path("instances").size()).isEqualTo(1);
		assertThat(launch.path("instances").path(0).path("publicIp").asString()).isNotEmpty();
		assertThat(launch.path("steps").valueStream().map((step) -> step.path("name").asString()))
			.containsSubsequence("VALIDATED", "RUN_INTENDED", "RUN_ACCEPTED", "RUNNING", "READY");
		assertThat(launch.path("steps").valueStream())
			.allSatisfy((step) -> assertThat(Instant.parse(step.path("startedAt").asString())).isNotNull());
	}

	@Test
	void bothDialectsAndThePageTellOfTheSamePublication() {
		long serial = visitor.publish("one snapshot").path("serial").asLong();

		JsonNode readable = Visitor.JSON.readTree(visitor.download("/catalog.json").body());
		JsonNode numbered = Visitor.JSON.readTree(visitor.download("/catalog").body());
		String page = new String(visitor.download("/").body(), StandardCharsets.UTF_8);

		assertThat(readable.path("serial").asLong()).isEqualTo(serial);
		assertThat(numbered.path("serial").asLong()).isEqualTo(serial);
		assertThat(readable.path("images").size()).isEqualTo(numbered.path("images").size()).isGreaterThanOrEqualTo(10);
		assertThat(numbered.path("images").valueStream().map((entry) -> entry.path("name").asString()))
			.allMatch((number) -> number.matches("[0-9]{10}"));
		assertThat(readable.path("images").valueStream().map((entry) -> entry.path("name").asString()))
			.allMatch(page::contains);
	}

	@Test
	void everyImageOfTheStarterCatalogIsServedWhole() throws Exception {
		for (JsonNode entry : Visitor.JSON.readTree(visitor.download("/catalog.json").body()).path("images")) {
			HttpResponse<byte[]> image = visitor.download("/" + entry.path("url").asString());
			assertThat(image.statusCode()).isEqualTo(200);
			assertThat(sha256(image.body())).isEqualTo(entry.path("sha256").asString());
			assertThat(image.headers().firstValueAsLong("Content-Length").orElseThrow())
				.isEqualTo(entry.path("size").asLong());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "object-store", "simulated-cloud", "catalog-service", "cache-gateway",
			"provisioning-service" })
	void nothingIsLostWhenAPartIsKilled(String part) throws Exception {
		JsonNode launched = launch(UUID.randomUUID().toString());
		List<String> before = facts();
		JsonNode entry = firstImage();
		String address = "/" + entry.path("url").asString();
		visitor.download(address);

		stack.kill(part);
		stack.restart(part);

		assertThat(sha256(visitor.download(address).body())).isEqualTo(entry.path("sha256").asString());
		await().atMost(Duration.ofSeconds(60))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(facts()).isEqualTo(before));
		assertThat(visitor.get(Port.PROVISIONING, "/api/v1/launches/" + launched.path("id").asString()))
			.isEqualTo(launched);
		long serial = visitor.publish("after " + part + " came back").path("serial").asLong();
		assertThat(Visitor.JSON.readTree(visitor.download("/catalog.json").body()).path("serial").asLong())
			.isEqualTo(serial);
		assertThat(launch(UUID.randomUUID().toString()).path("instances").size()).isEqualTo(1);
	}

	@Test
	void aWarmCacheStaysWarmWhenTheGatewayIsKilled() {
		// An image, which is fresh for longer than a restart can take.
		String address = "/" + firstImage().path("url").asString();
		hit(address);

		stack.kill("cache-gateway");
		stack.restart("cache-gateway");

		assertThat(cacheStatus(visitor.download(address))).contains("hit");
	}

	@Test
	void aPublicationGoesLiveAlthoughItsServiceIsKilledMeanwhile() {
		HttpResponse<byte[]> accepted = visitor.post(Port.CATALOG, "/api/v1/publications", Map.of("reason", "killed"));

		stack.kill("catalog-service");
		stack.restart("catalog-service");

		JsonNode live = visitor.settle(Port.CATALOG, accepted, "LIVE");
		assertThat(Visitor.JSON.readTree(visitor.download("/catalog.json").body()).path("serial").asLong())
			.isEqualTo(live.path("serial").asLong());
	}

	@Test
	void aLaunchHappensOnceAlthoughItsServiceIsKilledMeanwhile() {
		String key = UUID.randomUUID().toString();
		long before = launches();
		HttpResponse<byte[]> accepted = visitor.post(Port.PROVISIONING, "/api/v1/launches", launchRequest(),
				"Idempotency-Key", key);

		stack.kill("provisioning-service");
		stack.restart("provisioning-service");

		JsonNode repeated = launch(key);
		assertThat(repeated.path("id").asString()).isEqualTo(id(accepted));
		assertThat(repeated.path("instances").size()).isEqualTo(1);
		assertThat(launches()).isEqualTo(before + 1);
		assertThat(visitor.get(Port.CLOUD, "/control/v1/state")
			.path("reservations")
			.valueStream()
			.flatMap((reservation) -> reservation.path("instances").valueStream())
			.filter((machine) -> machine.path("tags").path("cellar:launch-id").asString().equals(id(accepted))))
			.hasSize(1);
	}

	private static String importEntry(String name) {
		Map<String, Object> entry = Map.of("name", name, "os", "debian", "architecture", "x86_64", "version",
				"2026.11.22", "description", "An image on its way", "url", "starter-emis/journey.tgz", "date",
				"20261122120000", "single-kernel", "True", "hypervisors-supported", List.of("kvm"), "contact", "");
		JsonNode report = visitor.settle(Port.CATALOG,
				visitor.post(Port.CATALOG, "/api/v1/imports", Map.of("catalog", Map.of("images", List.of(entry)))),
				"COMPLETED");
		JsonNode outcome = report.path("entries").path(0);
		assertThat(outcome.path("outcome").asString()).isIn("taken", "repaired");
		return outcome.path("imageId").asString();
	}

	private static void upload(String image, byte[] archive) throws Exception {
		String path = "/api/v1/images/" + image;
		HttpResponse<byte[]> put = visitor.put(Port.CATALOG, path + "/artifact", archive, "x-expected-sha256",
				sha256(archive));
		assertThat(put.statusCode()).as(new String(put.body(), StandardCharsets.UTF_8)).isBetween(200, 204);
		HttpResponse<byte[]> activated = visitor.post(Port.CATALOG, path + "/transitions",
				Map.of("transition", "activate", "reason", "the journey"));
		assertThat(activated.statusCode()).isEqualTo(200);
	}

	private static JsonNode launch(String key) {
		HttpResponse<byte[]> accepted = visitor.post(Port.PROVISIONING, "/api/v1/launches", launchRequest(),
				"Idempotency-Key", key);
		assertThat(accepted.statusCode()).isIn(200, 202);
		return visitor.settle(Port.PROVISIONING, "/api/v1/launches/" + id(accepted), "READY");
	}

	private static Map<String, Object> launchRequest() {
		return Map.of("cloud", "local", "image", "emi-c0de0001", "recipe", "coreos-docker-storage", "instanceType",
				"c1.medium");
	}

	/** What must not change by a crash: images, the live publication, the launches. */
	private static List<String> facts() {
		List<String> facts = new ArrayList<>();
		visitor.get(Port.CATALOG, "/api/v1/images?size=100")
			.path("items")
			.forEach((image) -> facts.add(image.toString()));
		visitor.get(Port.CATALOG, "/api/v1/publications").path("items").forEach((item) -> facts.add(item.toString()));
		visitor.get(Port.PROVISIONING, "/api/v1/launches?size=100")
			.path("items")
			.forEach((launch) -> facts.add(launch.toString()));
		assertThat(facts).hasSizeGreaterThan(10);
		return facts;
	}

	private static long launches() {
		return visitor.get(Port.PROVISIONING, "/api/v1/launches").path("total").asLong();
	}

	private static String id(HttpResponse<byte[]> answer) {
		return Visitor.JSON.readTree(answer.body()).path("id").asString();
	}

	private static JsonNode entry(JsonNode document, String name) {
		return document.path("images")
			.valueStream()
			.filter((entry) -> entry.path("name").asString().equals(name))
			.findAny()
			.orElseThrow();
	}

	private static JsonNode firstImage() {
		return Visitor.JSON.readTree(visitor.download("/catalog.json").body()).path("images").path(0);
	}

	// What follows the first request closely may still share its fetch.
	private static HttpResponse<byte[]> hit(String path) {
		return await().atMost(Duration.ofSeconds(30))
			.until(() -> visitor.download(path), (answer) -> cacheStatus(answer).contains("hit"));
	}

	private static String cacheStatus(HttpResponse<?> answer) {
		return answer.headers().firstValue("Cache-Status").orElseThrow();
	}

	private static byte[] archive(long seed) {
		byte[] bytes = new byte[IMAGE_BYTES];
		new Random(seed).nextBytes(bytes);
		return bytes;
	}

	private static String sha256(byte[] bytes) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
	}

}
