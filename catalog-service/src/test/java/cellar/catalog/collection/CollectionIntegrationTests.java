package cellar.catalog.collection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;
import cellar.catalog.Parts;
import cellar.catalog.lock.AdvisoryLocks;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectLister;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CatalogServer
class CollectionIntegrationTests {

	private static final CollectionProperties PROPERTIES = new CollectionProperties(Duration.ofHours(24),
			Duration.ofHours(24));

	private static final byte[] CONTENT = "nobody's".getBytes(StandardCharsets.UTF_8);

	@LocalServerPort
	private int port;

	@Autowired
	private CollectionOrders orders;

	@Autowired
	private CollectionRecords records;

	@Autowired
	private NamedObjects names;

	@Autowired
	private ObjectLister lister;

	@Autowired
	private ObjectStore store;

	@Autowired
	private MultipartStore parts;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private final Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(2));

	private final String orphan = key("orphan");

	private Api api;

	@BeforeEach
	void leaveAnOrphan() {
		this.api = new Api(this.port, "publisher");
		put(this.buckets.images(), this.orphan);
	}

	@Test
	void collectRemovesWhatNothingNamesAndNothingElse() {
		JsonNode active = this.api.activeImage("kept-" + UUID.randomUUID(), unique());
		JsonNode withdrawn = this.api.activeImage("withdrawn-" + UUID.randomUUID(), unique());
		this.api
			.post("/api/v1/images/" + withdrawn.path("id").asString() + "/transitions",
					"{\"transition\":\"withdraw\",\"reason\":\"test\"}")
			.expect(200);
		long serial = this.api.publish().path("serial").asLong();
		String strange = "by-hand/" + UUID.randomUUID() + ".tgz";
		put(this.buckets.images(), strange);
		put(this.buckets.site(), strange);
		CollectionDocument done = collect(false, this.later);
		assertThat(done.state()).isEqualTo(CollectionDocument.State.COMPLETED);
		assertThat(isThere(this.buckets.images(), this.orphan)).isFalse();
		assertThat(List.of(key(active), key(withdrawn), key(withdrawn) + ".withdrawn", strange))
			.allMatch((key) -> isThere(this.buckets.images(), key));
		assertThat(List.of("catalog", "index.html", "SHA256SUMS", "keys/index.json", "schemas/catalog-1.json",
				"p/" + serial + "/catalog", strange))
			.allMatch((key) -> isThere(this.buckets.site(), key));
		assertThat(finds(done, Found.Outcome.REMOVED)).extracting(Found::objectKey).contains(this.orphan);
		assertThat(finds(done, Found.Outcome.DUE)).isEmpty();
		assertThat(finds(done, Found.Outcome.UNKNOWN)).filteredOn((found) -> found.objectKey().equals(strange))
			.extracting(Found::bucket)
			.containsExactlyInAnyOrder(this.buckets.images(), this.buckets.site());
	}

	@Test
	void collectWhenItIsDryOnlyTells() {
		CollectionDocument done = collect(true, this.later);
		assertThat(done.due()).isPositive();
		assertThat(done.dueBytes()).isGreaterThanOrEqualTo(CONTENT.length);
		assertThat(done.removed()).isZero();
		assertThat(finds(done, Found.Outcome.DUE)).filteredOn((found) -> found.objectKey().equals(this.orphan))
			.singleElement()
			.extracting(Found::size)
			.isEqualTo((long) CONTENT.length);
		assertThat(isThere(this.buckets.images(), this.orphan)).isTrue();
	}

	@Test
	void collectLeavesWhatIsYoung() {
		assertThat(collect(false, Clock.offset(Clock.systemUTC(), Duration.ofHours(23))).young()).isPositive();
		assertThat(isThere(this.buckets.images(), this.orphan)).isTrue();
	}

	@Test
	void collectLeavesWhatIsOnItsWay() {
		String key = key("running");
		String multipartId = this.parts.begin(key, "a/b");
		this.jdbc.sql("""
				insert into upload (id, image_id, object_key, state, actor, started_at, touched_at)
				values (gen_random_uuid(), gen_random_uuid(), ?, 'RUNNING', 'x', now(), now())""").param(key).update();
		put(this.buckets.images(), key);
		collect(false, this.later);
		assertThat(isThere(this.buckets.images(), key)).isTrue();
		assertThat(this.parts.pending(key)).containsExactly(multipartId);
	}

	@Test
	void collectAbortsUploadsThatNobodyGoesOnWith() {
		String key = key("begun");
		this.parts.begin(key, "a/b");
		CollectionDocument dry = collect(true, this.later);
		assertThat(finds(dry, Found.Outcome.DUE)).extracting(Found::objectKey).contains(key);
		assertThat(this.parts.pending(key)).hasSize(1);
		collect(false, this.later);
		assertThat(this.parts.pending(key)).isEmpty();
	}

	@Test
	void collectLeavesWhatAPublicationNamesThatMayBeRolledBackTo() {
		long serial = this.api.publish().path("serial").asLong();
		this.api.publish();
		this.jdbc.sql("update publication_snapshot set content = ? where serial = ?")
			.params("{\"images\":[{\"key\":\"" + this.orphan + "\"}]}", serial)
			.update();
		collect(false, this.later);
		assertThat(isThere(this.buckets.images(), this.orphan)).isTrue();
		this.jdbc.sql("delete from publication_snapshot where serial = ?").param(serial).update();
		collect(false, this.later);
		assertThat(isThere(this.buckets.images(), this.orphan)).isFalse();
	}

	@Test
	void collectRemovesWhatCameLateToAPublicationWhoseContentIsGone() {
		long serial = this.api.publish().path("serial").asLong();
		this.api.publish();
		String late = "p/" + serial + "/late";
		put(this.buckets.site(), late);
		collect(false, this.later);
		assertThat(isThere(this.buckets.site(), late)).isTrue();
		this.jdbc.sql("update publication set removed_at = now() where serial = ?").param(serial).update();
		collect(false, this.later);
		assertThat(isThere(this.buckets.site(), late)).isFalse();
	}

	@Test
	void collectWhenTheStoreFailsGoesOnNextTime() {
		UUID id = order(false, false);
		AtomicBoolean failing = new AtomicBoolean(true);
		Collector collector = collector(this.lister, new StubbornStore(this.store, this.orphan, failing));
		assertThatExceptionOfType(StoreException.class).isThrownBy(() -> collector.collect(id));
		assertThat(find(id).state()).isEqualTo(CollectionDocument.State.RUNNING);
		assertThat(find(id).failure()).contains("stays");
		assertThat(finds(find(id), Found.Outcome.MARKED)).extracting(Found::objectKey).contains(this.orphan);
		failing.set(false);
		collector.collect(id);
		assertThat(find(id).state()).isEqualTo(CollectionDocument.State.COMPLETED);
		assertThat(find(id).failure()).isNull();
		assertThat(isThere(this.buckets.images(), this.orphan)).isFalse();
	}

	@Test
	void collectWhenTheStoreIsDownRemovesNothingAndTells() {
		UUID id = order(false, false);
		Collector collector = collector(this.lister, this.store);
		Parts.store().stop();
		try {
			assertThatExceptionOfType(StoreException.class).isThrownBy(() -> collector.collect(id));
		}
		finally {
			Parts.store().start();
		}
		assertThat(find(id).failure()).contains("Could not list the objects");
		collector.collect(id);
		assertThat(isThere(this.buckets.images(), this.orphan)).isFalse();
	}

	@Test
	void collectWhenMoreWouldGoThanStaysAsksFirst() {
		List<ObjectLister.Entry> strangers = IntStream.range(0, 12)
			.mapToObj((number) -> new ObjectLister.Entry(key("other"), null, 1, Instant.EPOCH))
			.toList();
		strangers.forEach((entry) -> put(this.buckets.images(), entry.key()));
		ObjectLister other = new ObjectLister() {

			@Override
			public Portion objects(String bucket, @Nullable Place from) {
				return new Portion(
						bucket.equals(CollectionIntegrationTests.this.buckets.images()) ? strangers : List.of(), null);
			}

			@Override
			public Portion uploads(String bucket, @Nullable Place from) {
				return new Portion(List.of(), null);
			}

		};
		UUID refused = order(false, false);
		collector(other, this.store).collect(refused);
		assertThat(find(refused).state()).isEqualTo(CollectionDocument.State.REFUSED);
		assertThat(find(refused).failure()).contains("12 objects", "force=true");
		assertThat(finds(find(refused), Found.Outcome.DUE)).hasSize(12);
		assertThat(strangers).allMatch((entry) -> isThere(this.buckets.images(), entry.key()));
		UUID forced = order(false, true);
		collector(other, this.store).collect(forced);
		assertThat(find(forced).removed()).isEqualTo(12);
		assertThat(strangers).noneMatch((entry) -> isThere(this.buckets.images(), entry.key()));
	}

	@Test
	void putOfContentThatIsMarkedKeepsItsOwn() {
		byte[] content = unique();
		String marked = key(this.api.activeImage("marked-" + UUID.randomUUID(), content));
		UUID id = order(false, false);
		this.transaction.executeWithoutResult((status) -> this.records.keep(id, this.buckets.images(),
				List.of(new ObjectLister.Entry(marked, null, 1, Instant.EPOCH)), Found.Outcome.MARKED));
		String draft = this.api.draft();
		assertThat(key(this.api.put(draft + "/artifact", content).expect(200).json())).isNotEqualTo(marked);
		this.jdbc.sql("delete from collection where id = ?").param(id).update();
	}

	@Test
	void putOfContentWaitsWhileObjectsAreMarkedAndKeepsItsOwn() {
		byte[] content = unique();
		String marked = key(this.api.activeImage("marked-" + UUID.randomUUID(), content));
		UUID id = order(false, false);
		String draft = this.api.draft();
		CompletableFuture<Api.Answer> put = this.transaction.execute((status) -> {
			this.records.lock();
			CompletableFuture<Api.Answer> waiting = CompletableFuture
				.supplyAsync(() -> this.api.put(draft + "/artifact", content));
			Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waitersForMarks() == 1);
			this.records.keep(id, this.buckets.images(),
					List.of(new ObjectLister.Entry(marked, null, 1, Instant.EPOCH)), Found.Outcome.MARKED);
			return waiting;
		});
		assertThat(key(put.join().expect(200).json())).isNotEqualTo(marked);
		this.jdbc.sql("delete from collection where id = ?").param(id).update();
	}

	// Awaitility asks in a thread of its own, which no transaction waits in.
	private long waitersForMarks() {
		return this.jdbc.sql("""
				select count(*) from pg_locks where locktype = 'advisory' and not granted and objid = ?
				and database = (select oid from pg_database where datname = current_database())""")
			.param(AdvisoryLocks.COLLECTION)
			.query(Long.class)
			.single();
	}

	@Test
	void orderIsAcceptedAndItsEndCanBeSeen() {
		this.api.as(null).post("/api/v1/collections", "").expect(401);
		this.api.as("reader").post("/api/v1/collections?dryRun=true", "").expect(403);
		String location = this.api.post("/api/v1/collections?dryRun=true", "").expect(202).header("Location");
		Api reader = this.api.as("reader");
		JsonNode done = Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> reader.get(location).expect(200).json(),
					(found) -> found.path("state").asString().equals("COMPLETED"));
		assertThat(done.path("dryRun").asBoolean()).isTrue();
		assertThat(done.path("young").asInt()).isPositive();
		assertThat(reader.get(location + "/objects?outcome=due").expect(200).json().path("items")).isEmpty();
		assertThat(reader.get(location + "/objects?outcome=old").expect(400).problem()).isEqualTo("invalid-parameter");
		assertThat(reader.get("/api/v1/collections/" + UUID.randomUUID()).expect(404).problem())
			.isEqualTo("collection-not-found");
		assertThat(reader.get("/api/v1/collections").expect(200).json().path("total").asInt()).isPositive();
		assertThat(
				reader.get("/api/v1/audit?subject=collection&id=" + location.substring(location.lastIndexOf('/') + 1))
					.expect(200)
					.json()
					.at("/items/0/actor")
					.asString())
			.isEqualTo("publisher");
	}

	@Test
	void orderIfNoneRunsLeavesAnEarlierOneAlone() {
		UUID earlier = order(false, false);
		assertThat(this.orders.orderIfNoneRuns("test")).isFalse();
		collector(this.lister, this.store).collect(earlier);
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> this.orders.orderIfNoneRuns("test"));
	}

	private CollectionDocument collect(boolean dryRun, Clock clock) {
		UUID id = order(dryRun, false);
		collector(this.lister, this.store, clock).collect(id);
		return find(id);
	}

	private UUID order(boolean dryRun, boolean force) {
		UUID id = UUID.randomUUID();
		this.transaction
			.executeWithoutResult((status) -> this.records.add(id, dryRun, force, "test", this.later.instant()));
		return id;
	}

	private Collector collector(ObjectLister listed, ObjectStore used) {
		return collector(listed, used, this.later);
	}

	private Collector collector(ObjectLister listed, ObjectStore used, Clock clock) {
		return new Collector(this.records, new Survey(listed, this.names, this.transaction), used, this.parts,
				this.buckets, PROPERTIES, this.transaction, clock);
	}

	private CollectionDocument find(UUID id) {
		return this.transaction.execute((status) -> this.records.find(id).orElseThrow());
	}

	private List<Found> finds(CollectionDocument search, Found.Outcome outcome) {
		return this.transaction.execute((status) -> this.records.finds(search.id(), outcome, 0, 1000));
	}

	private void put(String bucket, String key) {
		this.store.put(bucket, key, CONTENT, new ObjectHeaders("a/b", "no-store"));
	}

	private boolean isThere(String bucket, String key) {
		return this.store.size(bucket, key).isPresent();
	}

	private String key(JsonNode image) {
		return image.at("/artifact/url").asString().substring(this.buckets.images().length() + 1);
	}

	private static String key(String name) {
		return name + "/" + UUID.randomUUID() + "/" + name + ".tgz";
	}

	private static byte[] unique() {
		return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A store that does not delete one object for a while.
	 */
	private record StubbornStore(ObjectStore store, String refused, AtomicBoolean failing) implements ObjectStore {

		@Override
		public void put(String bucket, String key, byte[] content, ObjectHeaders headers) {
			this.store.put(bucket, key, content, headers);
		}

		@Override
		public byte @Nullable [] get(String bucket, String key) {
			return this.store.get(bucket, key);
		}

		@Override
		public OptionalLong size(String bucket, String key) {
			return this.store.size(bucket, key);
		}

		@Override
		public void delete(String bucket, String key) {
			if (this.failing.get() && key.equals(this.refused)) {
				throw new StoreException("'" + key + "' stays");
			}
			this.store.delete(bucket, key);
		}

	}

}
