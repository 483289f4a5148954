package cellar.catalog.published;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;
import cellar.catalog.library.ImageFilter;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogServer
class PublishedAnswersIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private PublishedImages published;

	@Autowired
	private JdbcClient jdbc;

	private Api api;

	@BeforeEach
	void connect() {
		this.api = new Api(this.port, "publisher");
	}

	@Test
	void answersAreKeptForAsLongAsTheirPublicationIsLive() {
		String name = "kept" + UUID.randomUUID().toString().replace("-", "");
		UUID id = publish(name);
		assertThat(this.published.get(id).about().description()).isEqualTo("debian");
		assertThat(total(name)).isOne();
		// What no publication has changed is a change that nobody may see.
		this.jdbc.sql("update published_image set description = 'forged' where id = ?").param(id).update();
		assertThat(this.published.get(id).about().description()).isEqualTo("debian");
		this.jdbc.sql("update published_image set description = 'debian' where id = ?").param(id).update();

		this.api.patch("/api/v1/images/" + id, "{\"description\":\"next\"}", "If-Match", "*").expect(200);
		this.api.publish();
		assertThat(this.published.get(id).about().description()).isEqualTo("next");
		this.api.post("/api/v1/images/" + id + "/transitions", "{\"transition\":\"obsolete\",\"reason\":\"x\"}")
			.expect(200);
		assertThat(total(name)).isOne();
		this.api.publish();
		assertThat(total(name)).isZero();
	}

	/**
	 * Another service on the same database publishes without telling this one.
	 */
	@Test
	void answersOfAPublicationAreNotTakenForThoseOfTheNext() {
		String name = "other" + UUID.randomUUID().toString().replace("-", "");
		UUID id = publish(name);
		assertThat(total(name)).isOne();
		Long live = this.jdbc.sql("select serial from publication where state = 'LIVE'").query(Long.class).single();
		this.jdbc.sql("delete from published_image where id = ?").param(id).update();
		this.jdbc.sql("update publication set state = 'SUPERSEDED' where serial = ?").param(live).update();
		try {
			assertThat(total(name)).isZero();
		}
		finally {
			this.jdbc.sql("update publication set state = 'LIVE' where serial = ?").param(live).update();
			this.api.publish();
		}
	}

	private UUID publish(String name) {
		UUID id = UUID.fromString(this.api.activeImage(name, new byte[] { 1 }).path("id").asString());
		this.api.patch("/api/v1/images/" + id, "{\"description\":\"debian\"}", "If-Match", "*").expect(200);
		this.api.publish();
		return id;
	}

	private long total(String name) {
		return this.published.list(new ImageFilter(name, null, null, Set.of(), Map.of()), PageRequest.of(0, 10))
			.getTotalElements();
	}

}
