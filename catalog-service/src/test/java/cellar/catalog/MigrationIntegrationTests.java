package cellar.catalog;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MigrationIntegrationTests {

	private static final List<String> TABLES = List.of("image", "upload", "import", "import_entry", "publication",
			"published_image");

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void register(DynamicPropertyRegistry registry) {
		Parts.register(registry);
		String url = OldDatabase.ofVersionsTo(1).getFirst().url();
		registry.add("spring.datasource.url", () -> url);
	}

	@Test
	void migrateFromEveryVersionLeadsToTheSameTablesAndKeepsRows() {
		List<String> shape = OldDatabase.empty().shape();
		List<OldDatabase> databases = OldDatabase.ofVersionsTo(OldDatabase.newestVersion() - 1);
		for (OldDatabase database : databases) {
			String version = "from version %d".formatted(databases.indexOf(database) + 1);
			assertThat(database.shape()).as(version).isEqualTo(shape);
			for (String table : TABLES) {
				assertThat(database.count(table)).as("%s %s", table, version)
					.isPositive()
					.isGreaterThanOrEqualTo(databases.getFirst().count(table));
			}
		}
	}

	@Test
	void serviceReadsWhatTheFirstVersionWrote() {
		Api publisher = new Api(this.port, "publisher");
		assertThat(publisher.get("/api/v1/images/00000000-0000-0000-0000-000000000002")
			.expect(200)
			.json()
			.path("name")
			.stringValue()).isEqualTo("old-draft");
		JsonNode image = publisher.as(null)
			.get("/api/v1/images/00000000-0000-0000-0000-000000000001")
			.expect(200)
			.json();
		assertThat(image.at("/artifact/url").stringValue()).endsWith("old-debian-1/a/b.tgz");
		assertThat(publisher.get("/api/v1/publications/2").expect(200).json().path("state").stringValue())
			.isEqualTo("LIVE");
		assertThat(publisher.get("/api/v1/imports/00000000-0000-0000-0000-000000000003")
			.expect(200)
			.json()
			.at("/entries/0/outcome")
			.stringValue()).isEqualTo("repaired");
		JsonNode plan = publisher.post("/api/v1/publications?dryRun=true", "{\"reason\":\"same\"}").expect(200).json();
		assertThat(plan.at("/diff/added").isEmpty()).isTrue();
		assertThat(plan.at("/diff/removed").isEmpty()).isTrue();
	}

}
