package cellar.stack;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import cellar.stack.platform.Port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole platform after each of its parts was killed.
 */
@ExtendWith(WholePlatform.class)
class KilledPartIntegrationTests {

	private final Stack stack;

	private final Visitor visitor;

	KilledPartIntegrationTests(Stack stack, Visitor visitor) {
		this.stack = stack;
		this.visitor = visitor;
	}

	@ParameterizedTest
	@ValueSource(strings = { "postgresql", "object-store", "simulated-cloud", "catalog-service", "cache-gateway",
			"provisioning-service" })
	void nothingIsLostWhenAPartIsKilled(String part) {
		JsonNode launched = this.visitor.launch(UUID.randomUUID().toString());
		List<String> before = facts();
		JsonNode entry = this.visitor.firstImage();
		String address = "/" + entry.path("url").asString();
		this.visitor.download(address);

		this.stack.kill(part);
		this.stack.restart(part);

		assertThat(DigestUtils.sha256Hex(this.visitor.download(address).body()))
			.isEqualTo(entry.path("sha256").asString());
		await().atMost(Duration.ofSeconds(60))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(facts()).isEqualTo(before));
		assertThat(this.visitor.get(Port.PROVISIONING, "/api/v1/launches/" + launched.path("id").asString()))
			.isEqualTo(launched);
		long serial = this.visitor.publish("after " + part + " came back").path("serial").asLong();
		assertThat(this.visitor.catalog().path("serial").asLong()).isEqualTo(serial);
		assertThat(this.visitor.launch(UUID.randomUUID().toString()).path("instances").size()).isEqualTo(1);
	}

	@Test
	void aWarmCacheStaysWarmWhenTheGatewayIsKilled() {
		// An image, which is fresh for longer than a restart can take.
		String address = "/" + this.visitor.firstImage().path("url").asString();
		this.visitor.hit(address);

		this.stack.kill("cache-gateway");
		this.stack.restart("cache-gateway");

		assertThat(Visitor.cacheStatus(this.visitor.download(address))).contains("hit");
	}

	@Test
	void aPublicationGoesLiveAlthoughItsServiceIsKilledMeanwhile() {
		HttpResponse<byte[]> accepted = this.visitor.post(Port.CATALOG, "/api/v1/publications",
				Map.of("reason", "killed"));

		this.stack.kill("catalog-service");
		this.stack.restart("catalog-service");

		JsonNode live = this.visitor.settle(Port.CATALOG, accepted, "LIVE");
		assertThat(this.visitor.catalog().path("serial").asLong()).isEqualTo(live.path("serial").asLong());
	}

	@Test
	void aLaunchHappensOnceAlthoughItsServiceIsKilledMeanwhile() {
		String key = UUID.randomUUID().toString();
		long before = launches();
		HttpResponse<byte[]> accepted = this.visitor.beginLaunch(key);

		this.stack.kill("provisioning-service");
		this.stack.restart("provisioning-service");

		JsonNode repeated = this.visitor.launch(key);
		assertThat(repeated.path("id").asString()).isEqualTo(Visitor.id(accepted));
		assertThat(repeated.path("instances").size()).isEqualTo(1);
		assertThat(launches()).isEqualTo(before + 1);
		assertThat(this.visitor.get(Port.CLOUD, "/control/v1/state")
			.path("reservations")
			.valueStream()
			.flatMap((reservation) -> reservation.path("instances").valueStream())
			.filter((machine) -> machine.path("tags").path("cellar:launch-id").asString().equals(Visitor.id(accepted))))
			.hasSize(1);
	}

	/** What must not change by a crash: images, the live publication, the launches. */
	private List<String> facts() {
		List<String> facts = new ArrayList<>();
		this.visitor.get(Port.CATALOG, "/api/v1/images?size=100")
			.path("items")
			.forEach((image) -> facts.add(image.toString()));
		this.visitor.get(Port.CATALOG, "/api/v1/publications")
			.path("items")
			.forEach((item) -> facts.add(item.toString()));
		this.visitor.get(Port.PROVISIONING, "/api/v1/launches?size=100")
			.path("items")
			.forEach((launch) -> facts.add(launch.toString()));
		assertThat(facts).hasSizeGreaterThan(10);
		return facts;
	}

	private long launches() {
		return this.visitor.get(Port.PROVISIONING, "/api/v1/launches").path("total").asLong();
	}

}
