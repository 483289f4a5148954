package cellar.catalog.publisher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.gateway.GatewayException;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.publication.PublicationState;
import cellar.catalog.store.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which publication readers see when there are several.
 */
@PublisherServer
class PublisherOrderIntegrationTests {

	@Autowired
	private Publishing publishing;

	@Autowired
	private ObjectStore store;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void publishSomething() {
		this.publishing.publishSomething();
	}

	@Test
	void publishWhenOlderOneWaitsFinishesItFirst() {
		long older = this.publishing.order();
		long newer = this.publishing.order();
		this.publishing.publish(newer);
		assertThat(this.publishing.state(older)).isEqualTo(PublicationState.SUPERSEDED);
		assertThat(this.publishing.live()).isEqualTo(newer);
		this.publishing.publish(older);
		assertThat(this.publishing.live()).isEqualTo(newer);
		this.publishing.assertReadersSeeOneOf(newer);
	}

	@Test
	void publishWhenNewerOneWentOutFirstNeverTouchesPointers() {
		long older = this.publishing.order();
		long newer = this.publishing.order();
		FaultyStore broken = FaultyStore.refusing(this.store, (key) -> key.startsWith("p/" + older + "/"));
		this.publishing.publisher(broken, Publishing.NO_GATEWAYS).publish(newer);
		assertThat(this.publishing.live()).isEqualTo(newer);
		assertThat(this.publishing.state(older)).isEqualTo(PublicationState.STAGED);
		this.publishing.publish(older);
		assertThat(this.publishing.state(older)).isEqualTo(PublicationState.ABANDONED);
		assertThat(this.publishing.live()).isEqualTo(newer);
		this.publishing.assertReadersSeeOneOf(newer);
	}

	@Test
	void publishWhenOlderOneIsNotAnnouncedYetTellsThatItIsPassed() {
		long older = this.publishing.order();
		long newer = this.publishing.order();
		Iterator<Boolean> answers = List.of(false, true).iterator();
		Gateways deafAtFirst = (prefixes) -> {
			if (!answers.next()) {
				throw new GatewayException("deaf");
			}
		};
		Ends ends = new Ends();
		this.publishing.publisher(this.store, deafAtFirst, ends).publish(newer);
		assertThat(this.publishing.state(older)).isEqualTo(PublicationState.SUPERSEDED);
		assertThat(ends.reached).containsExactly(PublicationState.LIVE, PublicationState.SUPERSEDED);
	}

	@Test
	void publishWhenManyWorkAtOnceTheNewestWins() {
		List<Long> serials = List.of(this.publishing.order(), this.publishing.order(), this.publishing.order(),
				this.publishing.order());
		CompletableFuture
			.allOf(serials.reversed()
				.stream()
				.map((serial) -> CompletableFuture.runAsync(() -> this.publishing.publish(serial)))
				.toArray(CompletableFuture[]::new))
			.join();
		assertThat(this.publishing.live()).isEqualTo(serials.getLast());
		assertThat(serials.subList(0, 3))
			.allMatch((serial) -> this.publishing.state(serial) == PublicationState.SUPERSEDED);
		this.publishing.assertReadersSeeOneOf(serials.getLast());
	}

	@Test
	void orderWhenNothingChangedHasASerialOfItsOwnAndAnEmptyDiff() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		this.publishing.publish(serial);
		assertThat(serial).isEqualTo(before + 1);
		JsonNode publication = this.publishing.publication(serial);
		assertThat(publication.path("diff")).hasSize(3).allMatch(JsonNode::isEmpty);
		assertThat(publication.path("contentHash")).isEqualTo(this.publishing.publication(before).path("contentHash"));
	}

	@Test
	void orderWhenLiveHashIsOfAnEarlierVersionHasAnEmptyDiffAndLeavesThatHash() {
		long before = this.publishing.live();
		this.jdbc.sql("update publication set content_hash = 'earlier' where serial = ?").param(before).update();
		long serial = this.publishing.order();
		this.publishing.publish(serial);
		assertThat(this.publishing.publication(serial).path("diff")).hasSize(3).allMatch(JsonNode::isEmpty);
		assertThat(this.publishing.publication(before).path("contentHash").asString()).isEqualTo("earlier");
	}

	private static final class Ends implements PublicationObserver {

		private final List<PublicationState> reached = new ArrayList<>();

		@Override
		public void live(Duration took) {
			this.reached.add(PublicationState.LIVE);
		}

		@Override
		public void settled(PublicationState end) {
			this.reached.add(end);
		}

	}

}
