package cellar.catalog.importer;

import java.time.Clock;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import cellar.catalog.Api;
import cellar.catalog.intake.ImportProgress;

import static org.assertj.core.api.Assertions.assertThat;

@ImportServer
class ImportGaugesIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ImportProgress progress;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void gaugeTellsHowManyImportsAreUnsettled() {
		UUID id = UUID
			.fromString(new Api(this.port, "publisher").imported(SampleEntries.catalog(SampleEntries.unique()))
				.path("id")
				.asString());
		double before = unsettled();
		this.jdbc.sql("update import set state = 'RUNNING', finished_at = null where id = ?").param(id).update();
		assertThat(unsettled()).isEqualTo(before + 1);
		this.progress.complete(id);
		assertThat(unsettled()).isEqualTo(before);
	}

	private double unsettled() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		new ImportGauges(this.progress, Clock.systemUTC()).bindTo(registry);
		return registry.get("cellar.catalog.imports.unsettled").gauge().value();
	}

}
