package cellar.catalog.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import cellar.catalog.Api;
import cellar.catalog.CatalogServer;
import cellar.catalog.audit.Audit;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;
import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CatalogServer
class RetentionIntegrationTests {

	private static final RetentionProperties PROPERTIES = new RetentionProperties(2, Duration.ofDays(1),
			Duration.ofHours(1));

	@LocalServerPort
	private int port;

	@Autowired
	private OldPublications publications;

	@Autowired
	private ObjectStore store;

	@Autowired
	private Buckets buckets;

	@Autowired
	private Audit audit;

	@Autowired
	private TransactionTemplate transaction;

	private final SettableClock clock = new SettableClock(
			Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(2)));

	private Api api;

	private long old;

	private long second;

	private long live;

	@BeforeEach
	void publish() {
		this.api = new Api(this.port, "publisher");
		this.old = this.api.publish().path("serial").asLong();
		this.second = this.api.publish().path("serial").asLong();
		this.live = this.api.publish().path("serial").asLong();
	}

	@Test
	void markLeavesTheNewestOnes() {
		assertThat(mark()).contains(this.old).doesNotContain(this.second, this.live);
		assertThat(document(this.old).path("removalAt").asString())
			.isEqualTo(this.clock.instant().plus(Duration.ofHours(1)).toString());
		assertThat(document(this.second).has("removalAt")).isFalse();
		assertThat(mark()).isEmpty();
		assertThat(this.api.get("/api/v1/audit?subject=publication&action=prune&id=" + this.old).json().path("items"))
			.hasSize(1);
	}

	@Test
	void markLeavesYoungOnes() {
		Retention retention = retention(Clock.systemUTC());
		assertThat(this.transaction.execute((status) -> retention.mark("test")).marked()).isEmpty();
	}

	@Test
	void markedOneIsWholeUntilItsWindowIsOver() {
		mark();
		this.clock.advance(Duration.ofMinutes(59));
		remove(this.store);
		assertThat(this.store.get(this.buckets.site(), "p/" + this.old + "/catalog")).isNotNull();
		this.api.post("/api/v1/publications/" + this.old + "/rollback", "{\"reason\":\"test\"}").expect(202);
	}

	@Test
	void undeleteKeepsItForGood() {
		mark();
		this.api.as("reader").post(undelete(this.old), "").expect(403);
		this.api.post(undelete(this.old), "").expect(204);
		this.api.post(undelete(this.old), "").expect(204);
		this.clock.advance(Duration.ofHours(2));
		assertThat(mark()).doesNotContain(this.old);
		remove(this.store);
		assertThat(document(this.old).has("removalAt")).isFalse();
		assertThat(this.store.get(this.buckets.site(), "p/" + this.old + "/catalog")).isNotNull();
	}

	@Test
	void undeleteWhenItIsLiveOrUnknownIsRefused() {
		assertThat(this.api.post(undelete(this.live), "").expect(409).problem()).isEqualTo("publication-in-use");
		assertThat(this.api.post(undelete(4_000_000), "").expect(404).problem()).isEqualTo("publication-not-found");
	}

	@Test
	void removeWhenTheWindowIsOverLeavesTheHistoryAlone() {
		mark();
		this.clock.advance(Duration.ofHours(1));
		remove(this.store);
		assertThat(this.store.get(this.buckets.site(), "p/" + this.old + "/catalog")).isNull();
		assertThat(this.store.get(this.buckets.site(), "p/" + this.second + "/catalog")).isNotNull();
		JsonNode gone = document(this.old);
		assertThat(gone.path("removedAt").asString()).isEqualTo(this.clock.instant().toString());
		assertThat(gone.path("reason").asString()).isEqualTo("test");
		assertThat(this.api.post("/api/v1/publications/" + this.old + "/rollback", "{\"reason\":\"test\"}")
			.expect(409)
			.problem()).isEqualTo("content-removed");
		assertThat(this.api.post(undelete(this.old), "").expect(409).problem()).isEqualTo("content-removed");
	}

	@Test
	void removeWhenTheStoreFailsGoesOnNextTime() {
		mark();
		this.clock.advance(Duration.ofHours(1));
		assertThatExceptionOfType(StoreException.class)
			.isThrownBy(() -> remove(new StubbornStore(this.store, "p/" + this.old + "/catalog.json")));
		assertThat(document(this.old).has("removedAt")).isTrue();
		assertThat(this.store.get(this.buckets.site(), "p/" + this.old + "/catalog.json")).isNotNull();
		remove(this.store);
		assertThat(this.store.get(this.buckets.site(), "p/" + this.old + "/catalog.json")).isNull();
	}

	@Test
	void rulesTellWhatIsKept() {
		JsonNode rules = this.api.as("reader").get("/api/v1/retention").expect(200).json();
		assertThat(rules.path("keepCount").asInt()).isEqualTo(100);
		assertThat(rules.path("keepFor").asString()).isEqualTo("PT8760H");
		assertThat(rules.path("due")).isEmpty();
		this.api.as(null).get("/api/v1/retention").expect(401);
		assertThat(this.api.post("/api/v1/retention", "").expect(200).json().path("marked")).isEmpty();
		this.api.as("reader").post("/api/v1/retention", "").expect(403);
	}

	private List<Long> mark() {
		Retention retention = retention(this.clock);
		return this.transaction.execute((status) -> retention.mark("test")).marked();
	}

	private void remove(ObjectStore used) {
		Retention retention = retention(this.clock);
		this.transaction.executeWithoutResult((status) -> retention.remove());
		new Remover(this.publications, used, this.buckets, this.transaction).removeAll();
	}

	private Retention retention(Clock time) {
		return new Retention(this.publications, PROPERTIES, this.audit, time);
	}

	private JsonNode document(long serial) {
		return this.api.get("/api/v1/publications/" + serial).expect(200).json();
	}

	private static String undelete(long serial) {
		return "/api/v1/publications/" + serial + "/undelete";
	}

	/**
	 * A store that does not delete one object.
	 */
	private record StubbornStore(ObjectStore store, String refused) implements ObjectStore {

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
			if (key.equals(this.refused)) {
				throw new StoreException("'" + key + "' stays");
			}
			this.store.delete(bucket, key);
		}

	}

}
