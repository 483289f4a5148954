package cellar.stack.starter;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.parts.Patience;
import cellar.stack.part.Console;
import cellar.stack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StarterTests {

	private static final Predicate<String> NOTHING = (call) -> false;

	private static final List<StarterImage> IMAGES = StarterCatalog.images()
		.stream()
		.filter((image) -> !image.name().equals("centos-lg-x86_64-20120114"))
		.toList();

	@TempDir
	Path directory;

	private FakeCatalog catalog;

	private final ByteArrayOutputStream told = new ByteArrayOutputStream();

	@BeforeEach
	void startCatalog() throws Exception {
		this.catalog = new FakeCatalog(0, "token", null);
	}

	@AfterEach
	void stopCatalog() {
		this.catalog.close();
	}

	@Test
	void publishImportsUploadsActivatesAndPublishes() {
		publish();
		assertComplete();
		assertThat(told()).contains("importing  9 images", "uploading  centos-x86_64-20120114 2.8 of 2.8 MiB (100 %)",
				"published  serial 1");
		assertThat(this.directory.resolve("tmp")).isEmptyDirectory();
	}

	@Test
	void publishAgainDoesNothing() {
		publish();
		int calls = this.catalog.calls().size();
		publish();
		assertComplete();
		assertThat(this.catalog.calls().subList(calls, this.catalog.calls().size()))
			.noneMatch((call) -> !call.startsWith("GET "));
		assertThat(told()).contains("published by an earlier start");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /api/v1/images", "POST /api/v1/imports", "GET /api/v1/imports/1",
			"PUT /api/v1/images/1/artifact", "PUT /api/v1/images/5/artifact", "POST /api/v1/images/1/transitions",
			"POST /api/v1/images/9/transitions", "POST /api/v1/publications", "GET /api/v1/publications/1" })
	void publishWhenBrokenOffFinishesTheRestExactlyOnce(String moment) {
		this.catalog.breakOn(moment::equals);
		assertThatExceptionOfType(CatalogProblemException.class).isThrownBy(this::publish)
			.withMessageContaining(moment.substring(moment.indexOf('/')));
		this.catalog.breakOn(NOTHING);
		publish();
		assertComplete();
	}

	@Test
	void publishWhenImportArrivedButItsAnswerDidNotWaitsForIt() throws Exception {
		Files.createDirectories(this.directory.resolve("starter"));
		Files.writeString(this.directory.resolve("starter/import"), "");
		Thread late = Thread.ofVirtual().start(() -> {
			for (StarterImage image : IMAGES) {
				String id = Integer.toString(IMAGES.indexOf(image) + 1);
				this.catalog.put(new FakeStock.Image(id, image.name(), "DRAFT", null));
			}
		});
		publish();
		late.join();
		assertThat(this.catalog.stock().imported()).isEmpty();
		assertThat(this.catalog.stock().images().values()).hasSize(IMAGES.size())
			.allMatch((image) -> image.state().equals("ACTIVE"));
	}

	@Test
	void publishLeavesAloneWhatPeopleDidToAnImage() {
		this.catalog.breakOn("POST /api/v1/publications"::equals);
		assertThatExceptionOfType(CatalogProblemException.class).isThrownBy(this::publish);
		FakeStock.Image image = this.catalog.image("debian-i386-20110702");
		this.catalog.put(new FakeStock.Image(image.id(), image.name(), "WITHDRAWN", image.artifact()));
		this.catalog.breakOn(NOTHING);
		publish();
		assertThat(this.catalog.image("debian-i386-20110702").state()).isEqualTo("WITHDRAWN");
		assertThat(this.catalog.stock().publications()).hasSize(1);
	}

	@Test
	void publishWhenDatabaseWasWipedStartsAnew() throws Exception {
		publish();
		this.catalog.close();
		this.catalog = new FakeCatalog(0, "token", null);
		publish();
		assertComplete();
	}

	@Test
	void publishWhenRefusedTellsTheAnswerAndNotTheToken() {
		assertThatExceptionOfType(CatalogProblemException.class)
			.isThrownBy(() -> starter(new Secret("wrong-token")).publish())
			.withMessageContaining("401")
			.withMessageContaining("Credentials required")
			.withMessageNotContaining("wrong-token");
	}

	private void publish() {
		starter(new Secret("token")).publish();
	}

	private Starter starter(Secret token) {
		return new Starter(new CatalogClient(this.catalog.url(), token), this.directory.resolve("starter"),
				this.directory.resolve("tmp"),
				new Console(new PrintStream(this.told, true, StandardCharsets.UTF_8), Instant.now()), IMAGES,
				new Patience(Clock.systemUTC(), Duration.ofSeconds(2), Duration.ofMillis(50)));
	}

	private String told() {
		return this.told.toString(StandardCharsets.UTF_8);
	}

	private void assertComplete() {
		List<String> names = IMAGES.stream().map(StarterImage::name).toList();
		assertThat(this.catalog.stock().imported()).containsExactlyElementsOf(names);
		assertThat(this.catalog.stock().images().values()).extracting(FakeStock.Image::state).containsOnly("ACTIVE");
		assertThat(this.catalog.stock().publications()).containsExactly(new FakeStock.Publication(1, "LIVE", names));
	}

}
