package cellar.catalog.publication;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.Parts;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PublicationsIntegrationTests {

	@LocalServerPort
	private int port;

	private Api api;

	@DynamicPropertySource
	static void parts(DynamicPropertyRegistry registry) {
		Parts.register(registry);
	}

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?dryRun=True", "?dryRun=1", "?dryRun=yes", "?dryRun=", "?dryRun", "?dryRun=false" })
	void orderWhenDryRunIsUnclearPublishesNothing(String query) {
		int total = total();
		assertThat(this.api.post("/api/v1/publications" + query, "{\"reason\":\"test\"}").expect(400).problem())
			.isEqualTo("invalid-parameter");
		assertThat(total()).isEqualTo(total);
		this.api.post("/api/v1/publications?dryRun=true", "{\"reason\":\"test\"}").expect(200);
		assertThat(total()).isEqualTo(total);
	}

	@Test
	void getWhenPublicationIsLiveCountsItsImages() {
		this.api.activeImage("counted", new byte[] { 1 });
		assertThat(this.api.publish().path("state").asString()).isEqualTo("LIVE");
		JsonNode live = this.api.get("/api/v1/publications/live").expect(200).json();
		assertThat(live.path("images").asInt()).isOne();
		assertThat(live.at("/diff/added/0").asString()).isEqualTo("counted");
	}

	@Test
	void listWhenPageIsOutOfRangeIsRefused() {
		assertThat(this.api.get("/api/v1/publications?page=99999999&size=500").expect(400).problem())
			.isEqualTo("invalid-parameter");
	}

	private int total() {
		return this.api.get("/api/v1/publications").expect(200).json().path("total").asInt();
	}

}
