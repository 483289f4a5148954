package cellar.catalog.channel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogServer
class ChannelsIntegrationTests {

	private final String channel = "c" + UUID.randomUUID().toString().substring(0, 8);

	private final String path = "/api/v1/channels/" + this.channel;

	@LocalServerPort
	private int port;

	private Api api;

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@Test
	void putShowsReadersNothingUntilThePublication() {
		String image = active();
		JsonNode put = this.api.put(this.path, images(image), JSON).expect(200).json();
		assertThat(put.path("pointers")).isEmpty();
		assertThat(put.at("/pending/0/os").asString()).isEqualTo("debian");
		this.api.as(null).get(this.path).expect(404);
		assertThat(this.api.as(null).get(this.path + "/debian/x86_64").expect(404).problem())
			.isEqualTo("channel-not-found");

		long serial = this.api.publish().path("serial").asLong();
		JsonNode seen = this.api.as(null).get(this.path).expect(200).json();
		assertThat(seen.has("pending")).isFalse();
		assertThat(seen.at("/pointers/0/image").asString()).isEqualTo(image);
		JsonNode latest = this.api.as(null).get(this.path + "/debian/x86_64").expect(200).json();
		assertThat(latest.at("/image/name").asString()).isEqualTo(image);
		assertThat(latest.path("since").asLong()).isEqualTo(serial);
	}

	@Test
	void putSlotMovesThePointerAndKeepsItsHistory() {
		String first = active();
		String second = active();
		this.api.put(this.path, images(first), JSON).expect(200);
		this.api.put(this.path + "/debian/x86_64", image(second), JSON).expect(200);
		this.api.put(this.path + "/debian/x86_64", image(second), JSON).expect(200);
		this.api.delete(this.path + "/debian/x86_64").expect(204);
		JsonNode history = this.api.get(this.path + "/history").expect(200).json();
		assertThat(history.path("total").asInt()).isEqualTo(3);
		assertThat(history.at("/items/0/to").isNull()).isTrue();
		assertThat(history.at("/items/1/from")).isEqualTo(history.at("/items/2/to"));
		assertThat(history.at("/items/1/actor").asString()).isEqualTo("publisher");
		this.api.as(null).get(this.path + "/history").expect(401);
		JsonNode rows = this.api.get("/api/v1/audit?subject=channel&id=" + this.channel).expect(200).json();
		assertThat(rows.path("total").asInt()).isEqualTo(3);
		assertThat(rows.at("/items/0").has("after")).isFalse();
		assertThat(rows.at("/items/1/before/imageId")).isEqualTo(history.at("/items/1/from"));
	}

	@Test
	void publishWhenPointersStayKeepsSinceWhen() {
		this.api.put(this.path, images(active()), JSON).expect(200);
		long serial = this.api.publish().path("serial").asLong();
		this.api.publish();
		assertThat(this.api.as(null).get(this.path).json().at("/pointers/0/since").asLong()).isEqualTo(serial);
	}

	@Test
	void putWhenTwoImagesWouldShareASlotChangesNothing() {
		assertThat(this.api.put(this.path, images(active(), active()), JSON).expect(409).problem())
			.isEqualTo("channel-conflict");
		this.api.get(this.path).expect(404);
	}

	@Test
	void putWhenImageIsADraftChangesNothing() {
		String draft = "d" + UUID.randomUUID();
		this.api.draft(draft);
		assertThat(this.api.put(this.path, images(draft), JSON).expect(409).problem()).isEqualTo("channel-conflict");
		assertThat(this.api.put(this.path, images("nothing"), JSON).expect(409).json().path("detail").asString())
			.contains("There is no image 'nothing'");
		this.api.get(this.path).expect(404);
	}

	@Test
	void putSlotWhenImageBelongsElsewhereChangesNothing() {
		assertThat(this.api.put(this.path + "/ubuntu/x86_64", image(active()), JSON).expect(409).problem())
			.isEqualTo("channel-conflict");
		this.api.get(this.path).expect(404);
	}

	@ParameterizedTest
	@CsvSource({ "Upper, debian, x86_64", "c, De, x86_64", "c, debian, pdp11", "1, debian, i386" })
	void slotWhenPartOfThePathIsNoneIsRefused(String channel, String os, String architecture) {
		String slot = "/api/v1/channels/" + channel + "/" + os + "/" + architecture;
		assertThat(this.api.put(slot, image("any"), JSON).expect(400).problem()).isEqualTo("invalid-parameter");
	}

	@Test
	void putWhenCallerIsNoPublisherIsForbidden() {
		this.api.as("reader").put(this.path, images("any"), JSON).expect(403);
		this.api.as(null).put(this.path, images("any"), JSON).expect(401);
	}

	private static final String[] JSON = { "Content-Type", "application/json" };

	private String active() {
		String name = "i" + UUID.randomUUID();
		this.api.activeImage(name, name.getBytes(StandardCharsets.UTF_8));
		return name;
	}

	private static byte[] images(String... names) {
		return "{\"images\":[\"%s\"],\"reason\":\"test\"}".formatted(String.join("\",\"", names))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] image(String name) {
		return "{\"image\":\"%s\",\"reason\":\"test\"}".formatted(name).getBytes(StandardCharsets.UTF_8);
	}

}
