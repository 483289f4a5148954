package cellar.catalog.publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.catalog.gateway.GatewayException;
import cellar.catalog.gateway.Gateways;
import cellar.catalog.store.Buckets;
import cellar.catalog.store.ObjectHeaders;
import cellar.catalog.store.ObjectStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Pointers that something else moved after they were written.
 */
@PublisherServer
class PublisherRepairIntegrationTests {

	@Autowired
	private Publishing publishing;

	@Autowired
	private ObjectStore store;

	@Autowired
	private Buckets buckets;

	@BeforeEach
	void publishSomething() {
		this.publishing.publishSomething();
	}

	@Test
	void repairPointersWhenALateWriteArrivedRewritesAndPurges() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		this.publishing.publish(serial);
		List<String> purged = new ArrayList<>();
		Publisher publisher = this.publishing.publisher(this.store, purged::addAll);
		publisher.repairPointers();
		assertThat(purged).isEmpty();
		this.store.put(this.buckets.site(), "catalog.json", this.publishing.document(before, "catalog.json"),
				new ObjectHeaders("application/json", "no-cache"));
		publisher.repairPointers();
		this.publishing.assertReadersSeeOneOf(serial);
		assertThat(purged).containsExactly("SHA256SUMS", "catalog", "feed.atom", "keys/index.json",
				"streams/v1/images.json", "streams/v1/index.json", "index.html");
	}

	@Test
	void repairPointersWhenGatewayFailsPurgesNextTime() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		this.publishing.publish(serial);
		this.store.put(this.buckets.site(), "catalog", this.publishing.document(before, "catalog"),
				new ObjectHeaders("application/json", "no-cache"));
		AtomicInteger purges = new AtomicInteger();
		Publisher publisher = this.publishing.publisher(this.store, (prefixes) -> {
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
		long before = this.publishing.live();
		long serial = this.publishing.order();
		Gateways deaf = (prefixes) -> {
			throw new GatewayException("busy");
		};
		assertThatExceptionOfType(GatewayException.class)
			.isThrownBy(() -> this.publishing.publisher(this.store, deaf).publish(serial));
		this.publishing.publisher(this.store, Publishing.NO_GATEWAYS).repairPointers();
		assertThat(this.publishing.live()).isEqualTo(before);
		this.publishing.assertReadersSeeOneOf(serial);
		this.publishing.publish(serial);
	}

}
