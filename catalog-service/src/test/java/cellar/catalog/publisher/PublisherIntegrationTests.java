package cellar.catalog.publisher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.Parts;
import cellar.catalog.document.RenderedDocument;
import cellar.catalog.gateway.GatewayException;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.publication.PublicationProgress;
import cellar.catalog.publication.PublicationState;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The scheduler sleeps here; every publisher is a new one, as after a restart.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "db-scheduler.polling-interval=1h", "db-scheduler.immediate-execution-enabled=false" })
class PublisherIntegrationTests {

	private static final List<String> POINTERS = List.of("catalog", "catalog.json", "index.html");

	private static final Gateways NONE = (prefixes) -> {
	};

	@LocalServerPort
	private int port;

	@Autowired
	private PublicationProgress progress;

	@Autowired
	private PublisherLock lock;

	@Autowired
	private ObjectStore store;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	private Api api;

	@DynamicPropertySource
	static void parts(DynamicPropertyRegistry registry) {
		Parts.register(registry);
		registry.add("db-scheduler.polling-interval", () -> "1h");
	}

	@BeforeEach
	void publishSomething() {
		this.api = new Api(this.port, "operator");
		if (total() == 0) {
			addImage();
		}
		publisher(this.store, NONE).publish(order());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void publishWhenProcessDiesAtAnyStepGoesOnAndReadersSeeWholeDocuments(boolean afterwards) {
		for (int step = 1;; step++) {
			long before = live();
			long serial = order();
			FaultyStore faulty = new FaultyStore(this.store, step, afterwards);
			try {
				publisher(faulty, NONE).publish(serial);
			}
			catch (FaultyStore.CrashException ex) {
				assertThat(live()).isEqualTo(before);
			}
			assertReadersSeeOneOf(before, serial);
			publisher(this.store, NONE).publish(serial);
			assertThat(live()).isEqualTo(serial);
			assertThat(state(before)).isEqualTo(PublicationState.SUPERSEDED);
			assertReadersSeeOneOf(serial);
			if (!faulty.wasFatal()) {
				// One look at each artifact; four documents and three pointers, each
				// written and read back.
				int images = publication(serial).path("images").asInt();
				assertThat(step - 1).isEqualTo(images + 2 * (4 + 3));
				return;
			}
		}
	}

	@Test
	void publishWhenGatewayKeepsOldCopiesIsNotLive() {
		long before = live();
		long serial = order();
		Gateways deaf = (prefixes) -> {
			throw new GatewayException("busy");
		};
		assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> publisher(this.store, deaf).publish(serial));
		assertThat(state(serial)).isEqualTo(PublicationState.POINTED);
		assertThat(live()).isEqualTo(before);
		publisher(this.store, NONE).publish(serial);
		assertThat(live()).isEqualTo(serial);
	}

	@Test
	void publishWritesWhatNeverChangesFirstAndPointersLast() {
		long serial = order();
		FaultyStore watched = FaultyStore.watching(this.store);
		publisher(watched, NONE).publish(serial);
		assertThat(watched.written()).hasSize(4 + POINTERS.size()).endsWith(POINTERS.toArray(String[]::new));
		assertThat(watched.written().subList(0, 4))
			.allMatch((key) -> key.startsWith("p/" + serial + "/") || key.startsWith("assets/"));
	}

	@Test
	void publishPurgesAfterPointersHaveMoved() {
		long serial = order();
		Gateways watching = (prefixes) -> {
			assertThat(prefixes).containsExactly("catalog", "index.html");
			assertReadersSeeOneOf(serial);
		};
		publisher(this.store, watching).publish(serial);
		assertThat(live()).isEqualTo(serial);
	}

	@Test
	void publishWhenArtifactIsGoneAbandons() {
		long before = live();
		String key = addImage();
		this.store.delete(this.buckets.images(), key);
		long serial = order();
		publisher(this.store, NONE).publish(serial);
		assertThat(publication(serial).path("failures")).singleElement()
			.extracting(JsonNode::asString, as(InstanceOfAssertFactories.STRING))
			.contains("not in the store");
		assertThat(state(serial)).isEqualTo(PublicationState.ABANDONED);
		assertThat(live()).isEqualTo(before);
		assertReadersSeeOneOf(before);
		this.store.put(this.buckets.images(), key, key.substring(0, 36).getBytes(StandardCharsets.UTF_8),
				new ObjectHeaders("application/octet-stream", "no-cache"));
	}

	@Test
	void publishWhenOlderOneWaitsFinishesItFirst() {
		long older = order();
		long newer = order();
		publisher(this.store, NONE).publish(newer);
		assertThat(state(older)).isEqualTo(PublicationState.SUPERSEDED);
		assertThat(live()).isEqualTo(newer);
		publisher(this.store, NONE).publish(older);
		assertThat(live()).isEqualTo(newer);
		assertReadersSeeOneOf(newer);
	}

	@Test
	void publishWhenNewerOneWentOutFirstNeverTouchesPointers() {
		long older = order();
		long newer = order();
		FaultyStore broken = FaultyStore.refusing(this.store, (key) -> key.startsWith("p/" + older + "/"));
		publisher(broken, NONE).publish(newer);
		assertThat(live()).isEqualTo(newer);
		assertThat(state(older)).isEqualTo(PublicationState.STAGED);
		publisher(this.store, NONE).publish(older);
		assertThat(state(older)).isEqualTo(PublicationState.ABANDONED);
		assertThat(live()).isEqualTo(newer);
		assertReadersSeeOneOf(newer);
	}

	@Test
	void publishWhenManyWorkAtOnceTheNewestWins() {
		List<Long> serials = List.of(order(), order(), order(), order());
		CompletableFuture
			.allOf(serials.reversed()
				.stream()
				.map((serial) -> CompletableFuture.runAsync(() -> publisher(this.store, NONE).publish(serial)))
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(live()).isEqualTo(serials.getLast());
		assertThat(serials.subList(0, 3)).allMatch((serial) -> state(serial) == PublicationState.SUPERSEDED);
		assertReadersSeeOneOf(serials.getLast());
	}

	@Test
	void publishWhenStoreReturnsOtherBytesFails() {
		long before = live();
		long serial = order();
		ObjectStore lying = new ForgetfulStore(this.store);
		assertThatThrownBy(() -> publisher(lying, NONE).publish(serial))
			.hasMessageContaining("not what was just written");
		assertThat(state(serial)).isEqualTo(PublicationState.STAGED);
		assertReadersSeeOneOf(before);
	}

	@Test
	void repairPointersWhenALateWriteArrivedRewritesAndPurges() {
		long before = live();
		long serial = order();
		publisher(this.store, NONE).publish(serial);
		List<String> purged = new ArrayList<>();
		Publisher publisher = publisher(this.store, purged::addAll);
		publisher.repairPointers();
		assertThat(purged).isEmpty();
		this.store.put(this.buckets.site(), "catalog.json", document(before, "catalog.json"),
				new ObjectHeaders("application/json", "no-cache"));
		publisher.repairPointers();
		assertReadersSeeOneOf(serial);
		assertThat(purged).containsExactly("catalog", "index.html");
	}

	@Test
	void repairPointersWhenGatewayFailsPurgesNextTime() {
		long before = live();
		long serial = order();
		publisher(this.store, NONE).publish(serial);
		this.store.put(this.buckets.site(), "catalog", document(before, "catalog"),
				new ObjectHeaders("application/json", "no-cache"));
		AtomicInteger purges = new AtomicInteger();
		Publisher publisher = publisher(this.store, (prefixes) -> {
			if (purges.incrementAndGet() == 1) {
				throw new GatewayException("busy");
			}
		});
		assertThatExceptionOfType(GatewayException.class).isThrownBy(publisher::repairPointers);
		publisher.repairPointers();
		publisher.repairPointers();
		assertThat(purges).hasValue(2);
	}

	@Test
	void repairPointersWhenANewerOneIsMovingThemLeavesThemAlone() {
		long before = live();
		long serial = order();
		Gateways deaf = (prefixes) -> {
			throw new GatewayException("busy");
		};
		assertThatExceptionOfType(GatewayException.class).isThrownBy(() -> publisher(this.store, deaf).publish(serial));
		publisher(this.store, NONE).repairPointers();
		assertThat(live()).isEqualTo(before);
		assertReadersSeeOneOf(serial);
		publisher(this.store, NONE).publish(serial);
	}

	@Test
	void orderWhenNothingChangedHasASerialOfItsOwnAndAnEmptyDiff() {
		long before = live();
		long serial = order();
		publisher(this.store, NONE).publish(serial);
		assertThat(serial).isEqualTo(before + 1);
		JsonNode publication = publication(serial);
		assertThat(publication.path("diff")).hasSize(3).allMatch(JsonNode::isEmpty);
		assertThat(publication.path("contentHash")).isEqualTo(publication(before).path("contentHash"));
	}

	@Test
	void orderWhenLiveHashIsOfAnEarlierVersionHasAnEmptyDiffAndLeavesThatHash() {
		long before = live();
		this.jdbc.sql("update publication set content_hash = 'earlier' where serial = ?").param(before).update();
		long serial = order();
		publisher(this.store, NONE).publish(serial);
		assertThat(publication(serial).path("diff")).hasSize(3).allMatch(JsonNode::isEmpty);
		assertThat(publication(before).path("contentHash").asString()).isEqualTo("earlier");
	}

	private long order() {
		return this.api.post("/api/v1/publications", "{\"reason\":\"test\"}")
			.expect(202)
			.json()
			.path("serial")
			.asLong();
	}

	private JsonNode publication(Object serial) {
		return this.api.get("/api/v1/publications/" + serial).expect(200).json();
	}

	private int total() {
		return this.api.get("/api/v1/publications").expect(200).json().path("total").asInt();
	}

	private String addImage() {
		String name = UUID.randomUUID().toString();
		return this.api.activeImage(name, name.getBytes(StandardCharsets.UTF_8))
			.path("artifact")
			.path("url")
			.asString()
			.substring(this.buckets.images().length() + 1);
	}

	private Publisher publisher(ObjectStore used, Gateways gateways) {
		return new Publisher(this.progress, this.lock, new PublicationChecks(used, this.buckets),
				new SiteBucket(used, this.buckets), gateways, new PublicationMetrics(new SimpleMeterRegistry()));
	}

	private long live() {
		return publication("live").path("serial").asLong();
	}

	private PublicationState state(long serial) {
		return this.progress.state(serial);
	}

	private void assertReadersSeeOneOf(Long... serials) {
		for (String pointer : POINTERS) {
			byte[] seen = this.store.get(this.buckets.site(), pointer);
			assertThat(Arrays.stream(serials)).as(pointer)
				.anyMatch((serial) -> Arrays.equals(document(serial, pointer), seen));
		}
	}

	private byte[] document(long serial, String name) {
		return this.progress.documents(serial)
			.stream()
			.filter((document) -> document.name().equals(name))
			.map(RenderedDocument::content)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Confirms writes and returns something else.
	 */
	private record ForgetfulStore(ObjectStore store) implements ObjectStore {

		@Override
		public void put(String bucket, String key, byte[] content, ObjectHeaders headers) {
		}

		@Override
		public byte[] get(String bucket, String key) {
			return new byte[0];
		}

		@Override
		public OptionalLong size(String bucket, String key) {
			return this.store.size(bucket, key);
		}

		@Override
		public void delete(String bucket, String key) {
		}

	}

}
