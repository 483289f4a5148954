package cellar.catalog.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.validation.Validator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.download.DownloadQueue;
import cellar.catalog.intake.ImportProgress;
import cellar.catalog.intake.ImportState;
import cellar.catalog.intake.IntakeProperties;
import cellar.catalog.intake.UnfinishedImport;
import cellar.catalog.library.ImageLibrary;
import cellar.catalog.report.EntryOutcome;
import cellar.catalog.report.EntryResult;
import cellar.catalog.report.ImportReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Imports that run again, because the process died or failed.
 */
@ImportServer
class ImportRunnerIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ImportRunner runner;

	@Autowired
	private ImportProgress progress;

	@Autowired
	private ImportReport report;

	@Autowired
	private CatalogSource source;

	@Autowired
	private IntakeProperties properties;

	@Autowired
	private KnownEntries known;

	@Autowired
	private ImageLibrary library;

	@Autowired
	private Validator validator;

	@Autowired
	private FileOrders files;

	@Autowired
	private DownloadQueue downloads;

	@Autowired
	private JdbcClient jdbc;

	private final Seen seen = new Seen(new ArrayList<>());

	private Api api;

	@BeforeEach
	void start() {
		this.api = new Api(this.port, "publisher");
	}

	@Test
	void runWhenAnEntryFailsUnexpectedlyTriesAgainAndThenRefusesIt() {
		UUID id = UUID
			.fromString(this.api.imported(SampleEntries.catalog(SampleEntries.unique())).path("id").asString());
		this.jdbc.sql("update import set state = 'RUNNING', finished_at = null, body = ? where id = ?")
			.param("{\"images\":[{},{\"name\":\"broken\"},{}]}")
			.param(id)
			.update();
		EntryImporter failing = new EntryImporter(this.known, this.library, this.validator, this.files) {

			@Override
			EntryResult take(JsonNode entry, UnfinishedImport wanted, int position) {
				if (entry.has("name")) {
					throw new IllegalStateException("bug");
				}
				return super.take(entry, wanted, position);
			}

		};
		ImportRunner broken = new ImportRunner(this.progress, this.report, failing, this.source, this.downloads,
				this.properties, List.of(this.seen));
		assertThatIllegalStateException().isThrownBy(() -> broken.run(id, false));
		broken.run(id, true);
		JsonNode report = this.api.get("/api/v1/imports/" + id).json();
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		assertThat(report.path("entries").size()).isEqualTo(3);
		assertThat(report.at("/entries/1/reasons/0").asString()).contains("failed");
		// The first of the three was judged when it was imported.
		assertThat(this.seen.all()).containsExactly(EntryOutcome.REFUSED, EntryOutcome.REFUSED, ImportState.COMPLETED);
	}

	@Test
	void runWhenTheProcessDiesEachTimeFailsTheImport() {
		UUID id = UUID
			.fromString(this.api.imported(SampleEntries.catalog(SampleEntries.unique())).path("id").asString());
		this.jdbc.sql("delete from import_entry where import_id = ?").param(id).update();
		this.jdbc.sql("update import set state = 'RUNNING', finished_at = null, body = ? where id = ?")
			.param("{\"images\":[{},{}]}")
			.param(id)
			.update();
		EntryImporter deadly = new EntryImporter(this.known, this.library, this.validator, this.files) {

			@Override
			EntryResult take(JsonNode entry, UnfinishedImport wanted, int position) {
				throw new OutOfMemoryError("simulated");
			}

		};
		ImportRunner dying = new ImportRunner(this.progress, this.report, deadly, this.source, this.downloads,
				this.properties, List.of(this.seen));
		this.jdbc.sql("update import set broken_off = 0 where id = ?").param(id).update();
		for (int attempt = 0; attempt < 3; attempt++) {
			assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> dying.run(id, false));
		}
		dying.run(id, false);
		JsonNode report = this.api.get("/api/v1/imports/" + id).json();
		assertThat(report.path("state").asString()).isEqualTo("FAILED");
		assertThat(report.path("failure").asString()).contains("died 3 times");
		assertThat(this.seen.all()).containsExactly(ImportState.FAILED);
	}

	@Test
	void runWhenBegunBeforeTakesEachEntryOnce() {
		UUID id = UUID
			.fromString(this.api.imported(SampleEntries.catalog(SampleEntries.unique())).path("id").asString());
		AtomicInteger judgements = new AtomicInteger();
		for (int attempt = 0; attempt < 2; attempt++) {
			this.report.judge(id, 1, () -> EntryResult.refused("judged", "at " + judgements.incrementAndGet()));
		}
		this.jdbc.sql("update import set state = 'RUNNING', finished_at = null, body = ? where id = ?")
			.param("{\"images\":[{},{}," + SampleEntries.entry(SampleEntries.unique()) + "]}")
			.param(id)
			.update();
		this.runner.run(id, false);
		JsonNode report = this.api.get("/api/v1/imports/" + id).json();
		assertThat(report.path("state").asString()).isEqualTo("COMPLETED");
		assertThat(report.path("entries").valueStream().map((entry) -> entry.path("outcome").asString()))
			.containsExactly("repaired", "refused", "repaired");
		assertThat(report.at("/entries/1/reasons/0").asString()).isEqualTo("at 1");
	}

	/**
	 * Keeps what became of imports.
	 *
	 * @param all outcomes and ends in the order in which they came
	 */
	private record Seen(List<Enum<?>> all) implements ImportObserver {

		@Override
		public void judged(EntryOutcome outcome) {
			this.all.add(outcome);
		}

		@Override
		public void ended(ImportState end) {
			this.all.add(end);
		}

	}

}
