package cellar.catalog.publisher;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.gateway.GatewayException;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.publication.PublicationState;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every publisher is a new one, as after a restart.
 */
@PublisherServer
class PublisherIntegrationTests {

	private static final int DOCUMENTS = Publishing.POINTERS.size() + 2;

	@Autowired
	private Publishing publishing;

	@Autowired
	private ObjectStore store;

	@Autowired
	private Buckets buckets;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void publishSomething() {
		this.publishing.publishSomething();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void publishWhenProcessDiesAtAnyStepGoesOnAndReadersSeeWholeDocuments(boolean afterwards) {
		for (int step = 1;; step++) {
			long before = this.publishing.live();
			long serial = this.publishing.order();
			FaultyStore faulty = new FaultyStore(this.store, step, afterwards);
			try {
				this.publishing.publisher(faulty, Publishing.NO_GATEWAYS).publish(serial);
			}
			catch (FaultyStore.CrashException ex) {
				assertThat(this.publishing.live()).isEqualTo(before);
			}
			this.publishing.assertReadersSeeOneOf(before, serial);
			this.publishing.publish(serial);
			assertThat(this.publishing.live()).isEqualTo(serial);
			assertThat(this.publishing.state(before)).isEqualTo(PublicationState.SUPERSEDED);
			this.publishing.assertReadersSeeOneOf(serial);
			if (!faulty.wasFatal()) {
				// One look at each artifact; all documents, the style sheet and all
				// pointers,
				// each written and read back.
				int images = this.publishing.publication(serial).path("images").asInt();
				assertThat(step - 1).isEqualTo(images + 2 * (DOCUMENTS + Publishing.POINTERS.size()));
				return;
			}
		}
	}

	@Test
	void publishWhenGatewayKeepsOldCopiesIsNotLive() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		Gateways deaf = (prefixes) -> {
			throw new GatewayException("busy");
		};
		assertThatExceptionOfType(GatewayException.class)
			.isThrownBy(() -> this.publishing.publisher(this.store, deaf).publish(serial));
		assertThat(this.publishing.state(serial)).isEqualTo(PublicationState.POINTED);
		assertThat(this.publishing.live()).isEqualTo(before);
		JsonNode waiting = this.publishing.publication(serial);
		assertThat(waiting.path("waitingFor").asString()).isEqualTo("gateways");
		assertThat(waiting.path("attempts").asInt()).isOne();
		assertThat(waiting.path("lastFailure").asString()).isEqualTo("busy");
		this.publishing.publish(serial);
		assertThat(this.publishing.live()).isEqualTo(serial);
		JsonNode live = this.publishing.publication(serial);
		assertThat(live.has("waitingFor") || live.has("lastFailure")).isFalse();
		assertThat(live.path("attempts").asInt()).isOne();
	}

	@Test
	void publishWhenReadersAreRefusedMovesNoPointer() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		assertThatExceptionOfType(GatewayException.class).isThrownBy(
				() -> this.publishing.publisher(this.store, refusing("p/" + serial + "/catalog.json")).publish(serial));
		assertThat(this.publishing.state(serial)).isEqualTo(PublicationState.STAGED);
		assertThat(this.publishing.publication(serial).path("lastFailure").asString()).isEqualTo("403");
		this.publishing.assertReadersSeeOneOf(before);
		this.publishing.publish(serial);
		assertThat(this.publishing.live()).isEqualTo(serial);
	}

	@Test
	void publishWhenReadersGetAnOldPointerIsNotLive() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		assertThatExceptionOfType(GatewayException.class)
			.isThrownBy(() -> this.publishing.publisher(this.store, refusing("index.html")).publish(serial));
		assertThat(this.publishing.state(serial)).isEqualTo(PublicationState.POINTED);
		assertThat(this.publishing.live()).isEqualTo(before);
		this.publishing.publish(serial);
		assertThat(this.publishing.live()).isEqualTo(serial);
	}

	private static Readers refusing(String refused) {
		return new Readers(Publishing.NO_GATEWAYS, (key, content) -> {
			if (key.equals(refused)) {
				throw new GatewayException("403");
			}
		});
	}

	@Test
	void publishRemovesPointersThatItHasNoDocumentsFor() {
		long before = this.publishing.live();
		String orphan = "catalog.json.0123456789abcdef.sig";
		this.store.put(this.buckets.site(), orphan, new byte[1], new ObjectHeaders("x/y", "no-cache"));
		this.jdbc
			.sql("insert into publication_document (serial, name, content_type, content) values (?, ?, 'x/y', '\\x00')")
			.params(before, orphan)
			.update();
		long serial = this.publishing.order();
		List<String> purged = new ArrayList<>();
		this.publishing.publisher(this.store, purged::addAll).publish(serial);
		assertThat(this.store.get(this.buckets.site(), orphan)).isNull();
		assertThat(purged).contains(orphan);
		assertThat(this.publishing.live()).isEqualTo(serial);
	}

	@Test
	void publishWritesWhatNeverChangesFirstAndPointersLast() {
		long serial = this.publishing.order();
		FaultyStore watched = FaultyStore.watching(this.store);
		this.publishing.publisher(watched, Publishing.NO_GATEWAYS).publish(serial);
		assertThat(watched.written()).hasSize(DOCUMENTS + Publishing.POINTERS.size())
			.endsWith(Publishing.POINTERS.toArray(String[]::new));
		assertThat(watched.written().subList(0, DOCUMENTS)).allMatch((key) -> key.startsWith("p/" + serial + "/")
				|| key.startsWith("assets/") || key.startsWith("schemas/"));
	}

	@Test
	void publishPurgesAfterPointersHaveMoved() {
		long serial = this.publishing.order();
		Gateways watching = (prefixes) -> {
			assertThat(prefixes).containsExactlyInAnyOrder("SHA256SUMS", "catalog", "feed.atom", "keys/index.json",
					"streams/v1/images.json", "streams/v1/index.json", "index.html");
			this.publishing.assertReadersSeeOneOf(serial);
		};
		this.publishing.publisher(this.store, watching).publish(serial);
		assertThat(this.publishing.live()).isEqualTo(serial);
	}

	@Test
	void publishWhenArtifactIsGoneAbandons() {
		long before = this.publishing.live();
		String key = this.publishing.addImage();
		this.store.delete(this.buckets.images(), key);
		long serial = this.publishing.order();
		this.publishing.publish(serial);
		assertThat(this.publishing.publication(serial).path("failures")).singleElement()
			.extracting(JsonNode::asString, as(InstanceOfAssertFactories.STRING))
			.contains("not in the store");
		assertThat(this.publishing.state(serial)).isEqualTo(PublicationState.ABANDONED);
		assertThat(this.publishing.live()).isEqualTo(before);
		this.publishing.assertReadersSeeOneOf(before);
		this.store.put(this.buckets.images(), key, key.substring(0, 36).getBytes(StandardCharsets.UTF_8),
				new ObjectHeaders("application/octet-stream", "no-cache"));
	}

	@Test
	void publishWhenStoreReturnsOtherBytesFails() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		ObjectStore lying = new ForgetfulStore(this.store);
		assertThatThrownBy(() -> this.publishing.publisher(lying, Publishing.NO_GATEWAYS).publish(serial))
			.hasMessageContaining("not what was just written");
		assertThat(this.publishing.state(serial)).isEqualTo(PublicationState.STAGED);
		this.publishing.assertReadersSeeOneOf(before);
	}

}
