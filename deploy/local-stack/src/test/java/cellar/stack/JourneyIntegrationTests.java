package cellar.stack;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import cellar.common.test.eustore.EmisPage;
import cellar.common.test.eustore.Euca2ools20;
import cellar.common.test.eustore.Euca2ools21;
import cellar.common.test.eustore.Euca2ools30;
import cellar.common.test.eustore.HttpWebsite;
import cellar.common.test.eustore.Simplecli;
import cellar.stack.platform.Port;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One image's way through the whole platform, with plain HTTP.
 */
@ExtendWith(WholePlatform.class)
class JourneyIntegrationTests {

	private static final int IMAGE_BYTES = 3 << 20;

	private final Visitor visitor;

	JourneyIntegrationTests(Visitor visitor) {
		this.visitor = visitor;
	}

	@Test
	void anImageIsImportedPublishedAndServedFromTheCache() {
		byte[] archive = archive(1);
		String name = "journey-x86_64-20261122";
		String image = importEntry(name);
		upload(image, archive);

		long serial = this.visitor.publish("the journey").path("serial").asLong();

		// Publishing has read it through the gateway.
		HttpResponse<byte[]> catalog = this.visitor.download("/catalog.json");
		assertThat(Visitor.cacheStatus(catalog)).contains("hit");
		assertThat(catalog.headers().firstValue("Age")).isPresent();
		JsonNode document = Visitor.JSON.readTree(catalog.body());
		assertThat(document.path("serial").asLong()).isEqualTo(serial);
		JsonNode entry = entry(document, name);
		assertThat(entry.path("sha256").asString()).isEqualTo(DigestUtils.sha256Hex(archive));

		String address = "/" + entry.path("url").asString();
		HttpResponse<byte[]> range = this.visitor.download(address, "Range", "bytes=1000-1999");
		assertThat(range.statusCode()).isEqualTo(206);
		assertThat(range.headers().firstValue("Content-Range")).hasValue("bytes 1000-1999/" + archive.length);
		assertThat(range.body()).isEqualTo(Arrays.copyOfRange(archive, 1000, 2000));
		assertThat(this.visitor.hit(address).body()).isEqualTo(archive);
	}

	@Test
	void bothDialectsAndThePageTellOfTheSamePublication() {
		long serial = this.visitor.publish("one snapshot").path("serial").asLong();

		JsonNode readable = this.visitor.catalog();
		JsonNode numbered = Visitor.JSON.readTree(this.visitor.download("/catalog").body());
		String page = new String(this.visitor.download("/").body(), StandardCharsets.UTF_8);

		assertThat(readable.path("serial").asLong()).isEqualTo(serial);
		assertThat(numbered.path("serial").asLong()).isEqualTo(serial);
		assertThat(readable.path("images").size()).isEqualTo(numbered.path("images").size()).isGreaterThanOrEqualTo(10);
		assertThat(numbered.path("images").valueStream().map((entry) -> entry.path("name").asString()))
			.allMatch((number) -> number.matches("[0-9]{10}"));
		assertThat(readable.path("images").valueStream().map((entry) -> entry.path("name").asString()))
			.allMatch(page::contains);
	}

	@Test
	void everyImageOfTheStarterCatalogIsServedWhole() {
		for (JsonNode entry : this.visitor.catalog().path("images")) {
			HttpResponse<byte[]> image = this.visitor.download("/" + entry.path("url").asString());
			assertThat(image.statusCode()).isEqualTo(200);
			assertThat(DigestUtils.sha256Hex(image.body())).isEqualTo(entry.path("sha256").asString());
			assertThat(image.headers().firstValueAsLong("Content-Length").orElseThrow())
				.isEqualTo(entry.path("size").asLong());
		}
	}

	@Test
	void clientsOfEveryGenerationDescribeAndInstallImages() {
		String url = this.visitor.download("/").uri().toString();
		try (HttpWebsite website = new HttpWebsite()) {
			Euca2ools20 oldest = new Euca2ools20(website, url);
			Euca2ools21 later = new Euca2ools21(website, url);
			Euca2ools30 last = new Euca2ools30(website, url);
			List<String> numbers = new Simplecli(website, url).images();
			assertThat(oldest.describeImages(true)).hasSize(2 * numbers.size()).hasSizeGreaterThanOrEqualTo(20);
			assertThat(later.describeImages(true)).hasSize(2 * numbers.size());
			assertThat(last.describeImages(true)).hasSize(numbers.size());
			assertThat(new EmisPage(website, URI.create(url)).rows()).hasSize(numbers.size());
			JsonNode readable = this.visitor.catalog().path("images");
			for (int i = 0; i < 3; i++) {
				byte[] tarball = oldest.installImage(readable.path(i).path("name").asString());
				assertThat(later.installImage(numbers.get(i), "kvm").tarball()).isEqualTo(tarball);
				assertThat(last.installImage(numbers.get(i), "kvm").tarball()).isEqualTo(tarball);
			}
		}
	}

	@Test
	void metricsAreInAFormThatEveryPrometheusTakes() {
		for (Port port : List.of(Port.GATEWAY_MANAGEMENT, Port.CATALOG_MANAGEMENT, Port.PROVISIONING_MANAGEMENT)) {
			this.visitor.text(port, "/actuator/health", "traceparent",
					"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
			// Some refuse all of them for a single exemplar.
			assertThat(this.visitor.text(port, "/actuator/prometheus", "Accept", "application/openmetrics-text"))
				.endsWith("# EOF\n")
				.doesNotContain(" # {");
		}
	}

	@Test
	void aLaunchGoesThroughItsStepsUntilItIsReady() {
		JsonNode launch = this.visitor.settle(Port.PROVISIONING, this.visitor.beginLaunch(UUID.randomUUID().toString()),
				"READY");

		assertThat(launch.path("instances").size()).isEqualTo(1);
		assertThat(launch.path("instances").path(0).path("publicIp").asString()).isNotEmpty();
		assertThat(launch.path("steps").valueStream().map((step) -> step.path("name").asString()))
			.containsSubsequence("VALIDATED", "RUN_INTENDED", "RUN_ACCEPTED", "RUNNING", "READY");
		assertThat(launch.path("steps").valueStream())
			.allSatisfy((step) -> assertThat(Instant.parse(step.path("startedAt").asString())).isNotNull());
	}

	private String importEntry(String name) {
		Map<String, Object> entry = Map.of("name", name, "os", "debian", "architecture", "x86_64", "version",
				"2026.11.22", "description", "An image on its way", "url", "starter-emis/journey.tgz", "date",
				"20261122120000", "single-kernel", "True", "hypervisors-supported", List.of("kvm"), "contact", "");
		JsonNode report = this.visitor.settle(Port.CATALOG,
				this.visitor.post(Port.CATALOG, "/api/v1/imports", Map.of("catalog", Map.of("images", List.of(entry)))),
				"COMPLETED");
		JsonNode outcome = report.path("entries").path(0);
		assertThat(outcome.path("outcome").asString()).isIn("taken", "repaired");
		return outcome.path("imageId").asString();
	}

	private void upload(String image, byte[] archive) {
		String path = "/api/v1/images/" + image;
		HttpResponse<byte[]> put = this.visitor.put(Port.CATALOG, path + "/artifact", archive, "x-expected-sha256",
				DigestUtils.sha256Hex(archive));
		assertThat(put.statusCode()).as(new String(put.body(), StandardCharsets.UTF_8)).isBetween(200, 204);
		HttpResponse<byte[]> activated = this.visitor.post(Port.CATALOG, path + "/transitions",
				Map.of("transition", "activate", "reason", "the journey"));
		assertThat(activated.statusCode()).isEqualTo(200);
	}

	private static JsonNode entry(JsonNode document, String name) {
		return document.path("images")
			.valueStream()
			.filter((entry) -> entry.path("name").asString().equals(name))
			.findAny()
			.orElseThrow();
	}

	private static byte[] archive(long seed) {
		byte[] bytes = new byte[IMAGE_BYTES];
		new Random(seed).nextBytes(bytes);
		// The mark of ext4: a file that no cloud could start is refused.
		bytes[0x438] = 0x53;
		bytes[0x439] = (byte) 0xef;
		return bytes;
	}

}
