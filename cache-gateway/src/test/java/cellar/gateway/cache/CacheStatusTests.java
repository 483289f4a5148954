package cellar.gateway.cache;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.ClientRequest;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.OriginAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class CacheStatusTests extends CacheTestBase {

	private static final byte[] BYTES = Fixture.bytes(300_000);

	private static final FreshnessPolicy HEEDING = new FreshnessPolicy(Duration.ofMinutes(1), Duration.ZERO,
			Duration.ofHours(1), Duration.ofSeconds(10), true);

	@BeforeEach
	void prepare() {
		this.fixture.origin.put("a", BYTES, "\"1\"");
	}

	@Test
	void missingPartThatFailsIsNoMissOfTheObject() throws IOException {
		storeBeginning();
		this.fixture.origin.answerOnly(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, 503));
		assertThat(this.fixture.get("a", new Portion(200_000, 200_010)).status().header())
			.isEqualTo("Cellar; fwd=partial; fwd-status=503; detail=origin-error");
	}

	@Test
	void partIsNotAskedForWhereTheClientWantsNoneButCopies() throws IOException {
		storeBeginning();
		Reply reply = this.fixture.get(lookup(new Portion(200_000, 200_010), "only-if-cached"));
		assertThat(reply).isInstanceOf(Reply.NotCached.class);
		assertThat(reply.status().outcome()).isEqualTo(CacheStatus.Outcome.NOT_CACHED);
		assertThat(this.fixture.get(lookup(new Portion(0, 10), "only-if-cached")).status().header())
			.startsWith("Cellar; hit");
		assertThat(this.fixture.origin.requests()).hasSize(1);
	}

	@Test
	void comparisonThatTheClientWantsIsCalledSo() throws IOException {
		this.fixture.store("a");
		assertThat(this.fixture.get(lookup(Portion.ALL, "no-cache")).status().header())
			.isEqualTo("Cellar; fwd=request; fwd-status=304; ttl=60");
		this.fixture.settle();
		assertThat(this.fixture.head(lookup(Portion.ALL, "max-age=0")).status().header()).startsWith("Cellar; hit");
		this.fixture.clock.advance(Duration.ofSeconds(1));
		assertThat(this.fixture.head(lookup(Portion.ALL, "max-age=0")).status().header())
			.isEqualTo("Cellar; fwd=request; fwd-status=304; ttl=60");
	}

	@Test
	void copyStandsInWhereAComparisonThatTheClientWantsFails() throws IOException {
		this.fixture.store("a");
		this.fixture.origin.answerOnly(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0));
		Reply.Found found = Fixture.found(this.fixture.get(lookup(Portion.ALL, "no-cache")));
		assertThat(found.status().header()).isEqualTo("Cellar; fwd=request; ttl=60; detail=origin-failed");
		// It was waited for, which no hit is.
		assertThat(found.status().outcome()).isEqualTo(CacheStatus.Outcome.STALE);
		found.body().close();
	}

	@Test
	void absenceIsStoredOnlyWhereItIsRemembered() {
		assertThat(this.fixture.get("b").status().header()).isEqualTo("Cellar; fwd=uri-miss; fwd-status=404; stored");
		this.fixture.origin.answerOnly(new OriginAnswer.Absent(404, Headers.of("Cache-Control", "no-store")));
		assertThat(this.fixture.get("c").status().header()).isEqualTo("Cellar; fwd=uri-miss; fwd-status=404");
		this.fixture.origin.answerOnly(new OriginAnswer.Absent(404, Headers.of("Cache-Control", "max-age=0")));
		assertThat(this.fixture.get("d").status().header()).isEqualTo("Cellar; fwd=uri-miss; fwd-status=404");
	}

	@Test
	void absenceIsAskedForAnewWhereTheClientWantsThat() {
		this.fixture.origin.remove("a");
		assertThat(this.fixture.get(lookup(Portion.ALL, "max-age=60")).status().header()).contains("fwd-status=404");
		this.fixture.settle();
		assertThat(this.fixture.get(lookup(Portion.ALL, "max-age=60")).status().header()).startsWith("Cellar; hit");
		assertThat(this.fixture.get(lookup(Portion.ALL, "no-cache")).status().header()).contains("fwd-status=404");
	}

	@Test
	void nameThatIsLongerThanAnyIsNotStored() throws IOException {
		String name = "a".repeat(1024);
		this.fixture.origin.put(name, BYTES, "\"1\"");
		this.fixture.origin.put(name + "a", BYTES, "\"1\"");
		assertThat(this.fixture.fetch(name)).isEqualTo(BYTES);
		assertThat(this.fixture.fetch(name + "a")).isEqualTo(BYTES);
		this.fixture.settle();
		assertThat(this.fixture.contents().figures().objects()).isOne();
	}

	private void storeBeginning() throws IOException {
		try (Body body = Fixture.found(this.fixture.get("a", new Portion(0, 10))).body()) {
			Fixture.read(body, 0, 10);
		}
		this.fixture.settle();
	}

	private Lookup lookup(Portion portion, String directive) {
		Key key = Key.of(new Key.Space("/", this.fixture.origin.identity()), "a");
		return new Lookup(key, this.fixture.origin, HEEDING, portion,
				ClientRequest.of(Headers.of("Cache-Control", directive)));
	}

}
