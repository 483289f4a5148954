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
	void repairWhenALateWriteArrivedRewritesAndPurges() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		this.publishing.publish(serial);
		List<String> purged = new ArrayList<>();
		PointerRepair pointers = this.publishing.repair(purged::addAll);
		pointers.repair();
		assertThat(purged).isEmpty();
		this.store.put(this.buckets.site(), "catalog.json", this.publishing.document(before, "catalog.json"),
				new ObjectHeaders("application/json", "no-cache"));
		pointers.repair();
		this.publishing.assertReadersSeeOneOf(serial);
		assertThat(purged).containsExactlyInAnyOrder("SHA256SUMS", "catalog", "feed.atom", "keys/index.json",
				"streams/v1/images.json", "streams/v1/index.json", "index.html");
	}

	@Test
	void repairWhenGatewayFailsPurgesNextTime() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		this.publishing.publish(serial);
		this.store.put(this.buckets.site(), "catalog", this.publishing.document(before, "catalog"),
				new ObjectHeaders("application/json", "no-cache"));
		AtomicInteger purges = new AtomicInteger();
		PointerRepair pointers = this.publishing.repair((prefixes) -> {
			if (purges.incrementAndGet() == 1) {
				throw new GatewayException("busy");
			}
		});
		assertThatExceptionOfType(GatewayException.class).isThrownBy(pointers::repair);
		pointers.repair();
		pointers.repair();
		assertThat(purges).hasValue(2);
	}

	@Test
	void repairWhenANewerOneIsMovingThemLeavesThemAlone() {
		long before = this.publishing.live();
		long serial = this.publishing.order();
		Gateways deaf = (prefixes) -> {
			throw new GatewayException("busy");
		};
		assertThatExceptionOfType(GatewayException.class)
			.isThrownBy(() -> this.publishing.publisher(this.store, deaf).publish(serial));
		this.publishing.repair(Publishing.NO_GATEWAYS).repair();
		assertThat(this.publishing.live()).isEqualTo(before);
		this.publishing.assertReadersSeeOneOf(serial);
		this.publishing.publish(serial);
	}

}
