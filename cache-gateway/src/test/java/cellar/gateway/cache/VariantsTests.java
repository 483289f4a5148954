package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;
import cellar.gateway.index.Selection;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.ClientRequest;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.InMemoryOrigin;
import cellar.gateway.origin.OriginAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class VariantsTests {

	private static final FreshnessPolicy POLICY = new FreshnessPolicy(Duration.ofMinutes(1), Duration.ZERO,
			Duration.ofHours(1), Duration.ofSeconds(10));

	private static final byte[] JSON = Fixture.bytes(1000);

	private static final byte[] XML = Fixture.bytes(300_000);

	@TempDir
	@SuppressWarnings("NullAway.Init") // injected
	private Path directory;

	@SuppressWarnings("NullAway.Init") // set before each
	private Fixture fixture;

	@SuppressWarnings("NullAway.Init") // set before each
	private InMemoryOrigin origin;

	@BeforeEach
	void open() {
		this.fixture = new Fixture(this.directory, 10_000_000, 0);
		this.origin = this.fixture.origin;
		this.origin.put("a@json", JSON, "\"j\"", "Vary", "Accept");
		this.origin.put("a@xml", XML, "\"x\"", "Vary", "Accept");
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void getKeepsOneCopyForEachVariant() throws IOException {
		assertThat(status("a", "json")).isEqualTo("Cellar; fwd=uri-miss; stored");
		assertThat(status("a", "xml")).isEqualTo("Cellar; fwd=vary-miss; stored");
		assertThat(body("a", "json")).isEqualTo(JSON);
		assertThat(body("a", "xml")).isEqualTo(XML);
		assertThat(status("a", "xml")).startsWith("Cellar; hit");
		assertThat(this.origin.requests()).hasSize(2);
	}

	@Test
	void getAfterRestartFindsAllVariants() throws IOException {
		body("a", "json");
		body("a", "xml");
		this.fixture.settle();
		this.fixture.restart();
		assertThat(body("a", "json")).isEqualTo(JSON);
		assertThat(body("a", "xml")).isEqualTo(XML);
		assertThat(this.origin.requests()).hasSize(2);
	}

	@Test
	void purgeForgetsAllVariantsThoseOnDiskToo() throws IOException {
		body("a", "json");
		body("a", "xml");
		this.fixture.settle();
		this.fixture.restart();
		assertThat(this.fixture.contents().purge(new Selection("/", "a"))).isEqualTo(2);
		assertThat(this.fixture.copies()).isEmpty();
		assertThat(status("a", "xml")).isEqualTo("Cellar; fwd=uri-miss; stored");
	}

	@Test
	void getOfPartsKeepsVariantsApart() throws IOException {
		byte[] other = Fixture.bytes(400_000);
		this.origin.put("a@text", other, "\"t\"", "Vary", "Accept");
		assertThat(part("a", "xml", 270_000)).isEqualTo(Arrays.copyOfRange(XML, 270_000, 270_010));
		assertThat(part("a", "text", 270_000)).isEqualTo(Arrays.copyOfRange(other, 270_000, 270_010));
		assertThat(part("a", "xml", 100)).isEqualTo(Arrays.copyOfRange(XML, 100, 110));
		assertThat(part("a", "text", 100)).isEqualTo(Arrays.copyOfRange(other, 100, 110));
		assertThat(this.origin.ranges()).doesNotContainNull();
	}

	@Test
	void getWhileAnotherVariantComesGetsItsOwn() throws Exception {
		Semaphore heads = this.origin.holdHeads();
		CompletableFuture<byte[]> json = CompletableFuture.supplyAsync(() -> unchecked("a", "json"));
		awaitRequests(1);
		CompletableFuture<byte[]> xml = CompletableFuture.supplyAsync(() -> unchecked("a", "xml"));
		heads.release(10);
		assertThat(json.get()).isEqualTo(JSON);
		assertThat(xml.get()).isEqualTo(XML);
	}

	@Test
	void getWhenAnswerDependsOnMoreThanKnownIsToldApartByAll() throws IOException {
		body("a", "json");
		this.origin.put("a@xml", XML, "\"x\"", "Vary", "Accept, Color");
		this.fixture.get(lookup("a", "Accept", "xml", "Color", "red"));
		this.fixture.settle();
		assertThat(this.fixture.get(lookup("a", "Accept", "xml", "Color", "blue")).status().header())
			.isEqualTo("Cellar; fwd=vary-miss; stored");
	}

	@Test
	void getWhenRenewalSaysThatItVariesMoreFetchesAnew() throws IOException {
		body("a", "json");
		this.fixture.settle();
		this.origin.put("a@json", JSON, "\"j\"", "Vary", "Accept, Color");
		this.fixture.clock.advance(Duration.ofMinutes(2));
		assertThat(body("a", "json")).isEqualTo(JSON);
		this.fixture.settle();
		assertThat(status("a", "json")).startsWith("Cellar; hit");
		assertThat(this.fixture.get(lookup("a", "Accept", "json", "Color", "red")).status().header())
			.contains("fwd=vary-miss");
	}

	@Test
	void getWhenThereAreTooManyVariantsForgetsTheOldest() throws IOException {
		for (int i = 0; i < 70; i++) {
			this.origin.put("b@" + i, JSON, "\"" + i + "\"", "Vary", "Accept");
			body("b", Integer.toString(i));
			this.fixture.settle();
		}
		assertThat(this.fixture.copies()).hasSize(64);
		assertThat(status("b", "69")).startsWith("Cellar; hit");
		assertThat(status("b", "0")).contains("fwd=vary-miss");
	}

	@Test
	void answerToAnIdentifiedClientIsHisAlone() throws IOException {
		this.origin.put("c@json", JSON, "\"j\"", "Cache-Control", "max-age=60");
		Lookup identified = lookup("c", "Accept", "json", "Authorization", "secret");
		read(this.fixture.get(identified));
		read(this.fixture.get(identified));
		assertThat(this.origin.requests()).hasSize(2);
		assertThat(this.origin.requests()).allMatch((request) -> request.headers().first("Authorization") != null);
		assertThat(this.fixture.copies()).isEmpty();
	}

	@Test
	void answerToAnIdentifiedClientIsSharedWhereTheOriginSaysSo() throws IOException {
		this.origin.put("c@json", XML, "\"j\"", "Cache-Control", "public, max-age=60");
		Lookup identified = lookup("c", "Accept", "json", "Authorization", "secret");
		read(this.fixture.get(identified));
		this.fixture.settle();
		assertThat(body("c", "json")).isEqualTo(XML);
		assertThat(this.origin.requests()).hasSize(1);
	}

	@Test
	void whatASharedCopyLacksIsAskedForInTheNameOfWhoeverWantsIt() throws IOException {
		this.origin.put("c@json", XML, "\"j\"", "Cache-Control", "public, max-age=60");
		part(lookup("c", new Portion(0, 10), "Accept", "json", "Cookie", "one"), 0);
		part(lookup("c", new Portion(270_000, 270_010), "Accept", "json", "Cookie", "two"), 270_000);
		assertThat(this.origin.requests()).extracting((request) -> request.headers().first("Cookie"))
			.containsExactly("one", "two");
	}

	@Test
	void absenceToldToAnIdentifiedClientIsNotRemembered() {
		Reply denied = this.fixture.get(lookup("d", "Accept", "json", "Authorization", "other"));
		assertThat(denied).isInstanceOf(Reply.Absent.class);
		this.fixture.settle();
		this.origin.put("d@json", JSON, "\"j\"");
		assertThat(this.fixture.get(lookup("d", "Accept", "json"))).isInstanceOf(Reply.Found.class);
	}

	@Test
	void absenceIsRememberedForAsLongAsTheOriginSays() {
		this.origin.answerOnly(new OriginAnswer.Absent(404, Headers.of("Cache-Control", "max-age=100", "Age", "40")));
		this.fixture.get(lookup("d"));
		this.fixture.settle();
		assertThat(this.fixture.get(lookup("d")).status().header()).isEqualTo("Cellar; hit; ttl=60");
		this.origin.answerOnly(new OriginAnswer.Absent(404, Headers.of("Cache-Control", "no-store")));
		this.fixture.get(lookup("e"));
		this.fixture.settle();
		assertThat(this.fixture.get(lookup("e")).status().header()).isEqualTo("Cellar; fwd=uri-miss; fwd-status=404");
	}

	@Test
	void answerIsNotKeptWhereTheClientForbidsIt() throws IOException {
		Lookup forbidding = new Lookup(key("a"), new NegotiatingOrigin(this.origin), POLICY, Portion.ALL,
				ClientRequest.forwarded(Headers.of("Accept", "json", "Cache-Control", "no-store")));
		assertThat(read(this.fixture.get(forbidding))).isEqualTo(JSON);
		this.fixture.settle();
		assertThat(this.fixture.copies()).isEmpty();
	}

	private void awaitRequests(int count) {
		Awaitility.await().until(() -> this.origin.requests().size() >= count);
	}

	private byte[] unchecked(String object, String accept) {
		try {
			return body(object, accept);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private String status(String object, String accept) throws IOException {
		Reply reply = this.fixture.get(lookup(object, "Accept", accept));
		read(reply);
		this.fixture.settle();
		return reply.status().header();
	}

	private byte[] body(String object, String accept) throws IOException {
		return read(this.fixture.get(lookup(object, "Accept", accept)));
	}

	private static byte[] read(Reply reply) throws IOException {
		try (Body body = Fixture.found(reply).body()) {
			return Fixture.read(body);
		}
	}

	private byte[] part(String object, String accept, int first) throws IOException {
		return part(lookup(object, new Portion(first, first + 10), "Accept", accept), first);
	}

	private byte[] part(Lookup lookup, int first) throws IOException {
		try (Body body = Fixture.found(this.fixture.get(lookup)).body()) {
			return Fixture.read(body, first, first + 10);
		}
		finally {
			this.fixture.settle();
		}
	}

	private Lookup lookup(String object, String... headers) {
		return lookup(object, Portion.ALL, headers);
	}

	private Lookup lookup(String object, Portion portion, String... headers) {
		return new Lookup(key(object), new NegotiatingOrigin(this.origin), POLICY, portion,
				ClientRequest.forwarded(Headers.of(headers)));
	}

	private static Key key(String object) {
		return Key.of(new Key.Space("/", "negotiating"), object);
	}

}
