package cellar.simulation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;

import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RestartIntegrationTests {

	private final SettableClock clock = new SettableClock(Instant.now());

	@TempDir
	Path directory;

	@Test
	void startWhenStateIsKeptHasEverythingOfBefore() {
		String id;
		String group;
		try (SimulatedCloud cloud = start(); Ec2Client ec2 = Clients.of(cloud)) {
			group = ec2.createSecurityGroup((create) -> create.groupName("g").description("g")).groupId();
			id = Clients.launch(ec2, (run) -> run.clientToken("t").securityGroupIds(group).userData("aGk="));
			ec2.createTags((create) -> create.resources(id).tags(Clients.tag("a", "b")));
		}
		this.clock.advance(Duration.ofSeconds(2));
		try (SimulatedCloud cloud = start(); Ec2Client ec2 = Clients.of(cloud)) {
			Instance instance = ec2.describeInstances((describe) -> describe.instanceIds(id))
				.reservations()
				.getFirst()
				.instances()
				.getFirst();
			assertThat(instance.state().nameAsString()).isEqualTo("running");
			assertThat(instance.tags().getFirst().key()).isEqualTo("a");
			assertThat(Clients.launch(ec2, (run) -> run.clientToken("t").securityGroupIds(group).userData("aGk=")))
				.isEqualTo(id);
			assertThat(cloud.control().resources().securityGroups()).containsExactly(group);
			assertThat(ec2.describeSecurityGroups().securityGroups()).hasSize(2);
			ec2.terminateInstances((terminate) -> terminate.instanceIds(id));
			this.clock.advance(Duration.ofSeconds(2));
			ec2.deleteSecurityGroup((delete) -> delete.groupId(group));
		}
		try (SimulatedCloud cloud = start()) {
			assertThat(cloud.control().resources().isEmpty()).isTrue();
		}
	}

	@Test
	void startWhenARecordIsHalfWrittenDoesNotReadIt() throws Exception {
		start().close();
		Path half = Files.writeString(this.directory.resolve("reservations/r-0.json.tmp"), "{\"id\":");
		try (SimulatedCloud cloud = start()) {
			assertThat(cloud.control().instances()).isEmpty();
		}
		assertThat(half).doesNotExist();
	}

	@Test
	void startWhenARecordIsDamagedReportsIt() throws Exception {
		start().close();
		Files.writeString(this.directory.resolve("reservations/r-0.json"), "{\"id\":");
		assertThatIllegalStateException().isThrownBy(this::start).withMessageContaining("'r-0' cannot be read");
		Files.delete(this.directory.resolve("reservations/r-0.json"));
		start().close();
	}

	@Test
	void startWhenARecordIsDamagedAndThePortIsTakenReportsTheRecord() throws Exception {
		start().close();
		Files.writeString(this.directory.resolve("reservations/r-0.json"), "{\"id\":");
		try (SimulatedCloud other = SimulatedCloud.builder().start()) {
			SimulatedCloudBuilder damaged = SimulatedCloud.builder()
				.port(other.endpoint().getPort())
				.dataDirectory(this.directory);
			assertThatIllegalStateException().isThrownBy(damaged::start).withMessageContaining("'r-0' cannot be read");
		}
	}

	@Test
	void recordWhenWrittenIsForItsOwnerOnly() throws Exception {
		start().close();
		assertThat(Files.getPosixFilePermissions(this.directory.resolve("images/emi-c0de0001.json")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	@Test
	void startWhenAnotherUsesTheDirectoryIsRefused() {
		try (SimulatedCloud cloud = start()) {
			assertThatIllegalStateException().isThrownBy(this::start)
				.withMessageContaining("Another simulated cloud uses");
			assertThat(cloud.control().resources().isEmpty()).isTrue();
		}
	}

	private SimulatedCloud start() {
		return SimulatedCloud.builder().clock(this.clock).dataDirectory(this.directory).start();
	}

}
