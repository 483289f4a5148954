package cellar.catalog.publisher;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import cellar.catalog.publication.PublicationState;
import cellar.catalog.store.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Images that are withdrawn while they are published.
 */
@PublisherServer
class PublisherWithdrawalIntegrationTests {

	@Autowired
	private Publishing publishing;

	@Autowired
	private ObjectStore store;

	@Autowired
	private JdbcClient jdbc;

	private String key = "";

	private long before;

	private long serial;

	@BeforeEach
	void order() {
		this.publishing.publishSomething();
		this.before = this.publishing.live();
		this.key = this.publishing.addImage();
		this.serial = this.publishing.order();
	}

	@Test
	void publishWhenAnImageWasWithdrawnSinceAbandons() {
		withdraw();
		this.publishing.publish(this.serial);
		assertAbandoned();
	}

	@Test
	void publishWhenAnImageIsWithdrawnBeforePointersMoveAbandons() {
		FaultyStore broken = FaultyStore.refusing(this.store, "SHA256SUMS"::equals);
		assertThatExceptionOfType(FaultyStore.CrashException.class)
			.isThrownBy(() -> this.publishing.publisher(broken, Publishing.NO_GATEWAYS).publish(this.serial));
		assertThat(this.publishing.state(this.serial)).isEqualTo(PublicationState.UPLOADED);
		withdraw();
		this.publishing.publish(this.serial);
		assertAbandoned();
	}

	@Test
	void publishWhenAnImageIsWithdrawnAfterPointersMovedOrdersAnotherWithoutIt() {
		this.publishing.publisher(this.store, (prefixes) -> withdraw()).publish(this.serial);
		assertThat(this.publishing.live()).isEqualTo(this.serial);
		JsonNode next = this.publishing.publication(this.serial + 1);
		assertThat(next.path("rollbackOf").asLong()).isEqualTo(this.serial);
		assertThat(next.path("leftOut")).hasSize(1);
		this.publishing.publish(this.serial + 1);
		assertThat(this.publishing.live()).isEqualTo(this.serial + 1);
	}

	private void assertAbandoned() {
		assertThat(this.publishing.state(this.serial)).isEqualTo(PublicationState.ABANDONED);
		assertThat(this.publishing.publication(this.serial).path("failures").path(0).asString())
			.contains("withdrawn in the meantime");
		assertThat(this.publishing.live()).isEqualTo(this.before);
		this.publishing.publishSomething();
	}

	private void withdraw() {
		this.jdbc.sql("update image set state = 'WITHDRAWN' where artifact_key = ?").param(this.key).update();
	}

}
