package cellar.provisioning.launch.state;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cellar.provisioning.DatabaseTest;
import cellar.provisioning.launch.order.TestOrders;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests changes of a launch by several at once.
 */
@DatabaseTest
class LaunchStoreIntegrationTests {

	private final LaunchStore store;

	LaunchStoreIntegrationTests(@Autowired LaunchStore store) {
		this.store = store;
	}

	@Test
	void changeWhenAnotherWorkerWasFasterIsRefused() {
		Launch seen = this.store.add(new Launch(UUID.randomUUID(),
				Submission.of("alice", null, TestOrders.simple(), "any"), Instant.parse("2026-11-22T12:00:00Z")));
		this.store.change(seen, (launch) -> launch.progress().recordTrouble("late"));
		assertThatExceptionOfType(StaleLaunchException.class)
			.isThrownBy(() -> this.store.change(seen, (launch) -> launch.progress().recordTrouble("late")));
	}

}
