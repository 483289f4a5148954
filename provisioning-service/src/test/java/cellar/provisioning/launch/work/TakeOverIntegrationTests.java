package cellar.provisioning.launch.work;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.provisioning.TestDatabase;
import cellar.provisioning.cloud.TestClouds;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.order.TestOrders;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchStore;
import cellar.provisioning.launch.state.Submission;
import cellar.simulation.SimulatedCloud;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a launch whose worker died goes to another worker.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "db-scheduler.heartbeat-interval=200ms",
				"db-scheduler.polling-interval=100ms", "db-scheduler.shutdown-max-wait=2s" })
class TakeOverIntegrationTests {

	private static final SimulatedCloud CLOUD = SimulatedCloud.builder().pendingFor(Duration.ofMillis(300)).start();

	@Autowired
	private LaunchStore store;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private DbSchedulerProperties scheduler;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", TestDatabase::jdbcUrl);
		TestClouds.register(CLOUD, registry);
		registry.add("cellar.provisioning.launches.poll-interval", () -> "100ms");
	}

	@AfterAll
	static void close() {
		CLOUD.close();
	}

	@Test
	void advanceWhenWorkerIsDeadIsTakenOverAndSettlesOnce() {
		LaunchOrder order = TestOrders.order().image("emi-c0de0002").build();
		Instant now = Instant.now();
		Launch launch = new Launch(UUID.randomUUID(), Submission.of("alice", null, order, "any"), now);
		this.transactions.executeWithoutResult((status) -> {
			this.store.add(launch);
			this.jdbc.update("""
					insert into scheduled_tasks
					(task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
					values ('launch', ?, ?, true, 'dead', ?, 1)
					""", launch.id().toString(), now.atOffset(ZoneOffset.UTC),
					now.minusSeconds(60).atOffset(ZoneOffset.UTC));
		});
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(this.jdbc.queryForObject("select count(*) from scheduled_tasks", Integer.class))
						.isZero());
		assertThat(this.store.get(launch.id()).state()).isEqualTo(LaunchState.READY);
		assertThat(CLOUD.control().instances()).hasSize(1);
	}

	@Test
	void heartbeatWhenFourAreMissedTakesWorkerForDead() {
		assertThat(this.scheduler.getMissedHeartbeatsLimit()).isEqualTo(4);
	}

}
