package cellar.catalog.library;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;

import static org.assertj.core.api.Assertions.assertThat;

@CatalogServer
class ImageGaugesIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ImageIndex index;

	@Test
	void gaugesTellHowManyImagesAreInEachState() {
		Api operator = new Api(this.port, "operator");
		double drafts = images("draft");
		double active = images("active");
		double withdrawn = images("withdrawn");
		operator.draft("counted-as-draft");
		assertThat(images("draft")).isEqualTo(drafts + 1);
		operator.activeImage("counted-as-active", "counted".getBytes(StandardCharsets.UTF_8));
		assertThat(images("draft")).isEqualTo(drafts + 1);
		assertThat(images("active")).isEqualTo(active + 1);
		assertThat(images("withdrawn")).isEqualTo(withdrawn);
	}

	private double images(String state) {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new ImageGauges(this.index, Clock.systemUTC()).bindTo(registry);
		return registry.get("cellar.catalog.images").tag("state", state).gauge().value();
	}

}
