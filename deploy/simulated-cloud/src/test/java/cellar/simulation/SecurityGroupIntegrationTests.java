package cellar.simulation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityGroupIntegrationTests {

	private final SettableClock clock = new SettableClock(Instant.now());

	private final SimulatedCloud cloud = SimulatedCloud.builder().clock(this.clock).start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void describeShowsAGroupWithItsRules() {
		String id = create("web");
		authorize(id, "tcp", 22, 22, "10.0.0.0/8");
		authorize(id, "tcp", 22, 22, "192.168.0.0/16");
		authorize(id, "-1", null, null, "10.1.0.0/16");
		SecurityGroup group = this.ec2.describeSecurityGroups((describe) -> describe.groupNames("web"))
			.securityGroups()
			.getFirst();
		assertThat(group.groupId()).isEqualTo(id);
		assertThat(group.ipPermissions()).hasSize(2);
		assertThat(group.ipPermissions().getFirst().ipRanges()).extracting(IpRange::cidrIp)
			.containsExactly("10.0.0.0/8", "192.168.0.0/16");
	}

	@Test
	void createWhenNameIsTakenIsRefused() {
		create("web");
		Clients.assertRefused(() -> create("web")).isEqualTo("400 InvalidGroup.Duplicate");
	}

	@Test
	void authorizeWhenRuleIsThereIsRefused() {
		String id = create("web");
		authorize(id, "tcp", 22, 22, "10.0.0.0/8");
		Clients.assertRefused(() -> authorize(id, "tcp", 22, 22, "10.0.0.0/8"))
			.isEqualTo("400 InvalidPermission.Duplicate");
	}

	@ParameterizedTest
	@CsvSource({ "tcp, 23, 22, 10.0.0.0/8", "tcp, 22, 70000, 10.0.0.0/8", "ip, 22, 22, 10.0.0.0/8",
			"tcp, 22, 22, 10.0.0.0/33", "tcp, 22, 22, 10.0.0.256/8", "tcp, 22, 22, example.org/8" })
	void authorizeWhenRuleIsBadIsRefused(String protocol, int from, int to, String block) {
		String id = create("web");
		Clients.assertRefused(() -> authorize(id, protocol, from, to, block)).isEqualTo("400 InvalidParameterValue");
	}

	@Test
	void deleteWhenAMachineHoldsTheGroupIsRefused() {
		String id = create("web");
		String machine = Clients.launch(this.ec2, (run) -> run.securityGroupIds(id));
		Clients.assertRefused(() -> delete(id)).isEqualTo("400 DependencyViolation");
		this.ec2.terminateInstances((terminate) -> terminate.instanceIds(machine));
		Clients.assertRefused(() -> delete(id)).isEqualTo("400 DependencyViolation");
		this.clock.advance(Duration.ofSeconds(2));
		delete(id);
		Clients.assertRefused(() -> delete(id)).isEqualTo("400 InvalidGroup.NotFound");
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
	}

	@Test
	void deleteWhenAnotherRefersToTheGroupIsRefused() {
		String id = create("web");
		String other = create("database");
		this.ec2.authorizeSecurityGroupIngress((authorize) -> authorize.groupId(other)
			.ipPermissions(IpPermission.builder()
				.ipProtocol("tcp")
				.fromPort(5432)
				.toPort(5432)
				.userIdGroupPairs(UserIdGroupPair.builder().groupId(id).build())
				.build()));
		Clients.assertRefused(() -> delete(id)).isEqualTo("400 DependencyViolation");
	}

	@Test
	void deleteWhenGroupIsTheDefaultIsRefused() {
		SecurityGroup group = this.ec2.describeSecurityGroups().securityGroups().getFirst();
		assertThat(group.groupName()).isEqualTo("default");
		Clients.assertRefused(() -> delete(group.groupId())).isEqualTo("400 CannotDelete");
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
	}

	private String create(String name) {
		return this.ec2.createSecurityGroup((create) -> create.groupName(name).description("for a test")).groupId();
	}

	private void authorize(String id, String protocol, @Nullable Integer from, @Nullable Integer to, String block) {
		this.ec2.authorizeSecurityGroupIngress((authorize) -> authorize.groupId(id)
			.ipPermissions(IpPermission.builder()
				.ipProtocol(protocol)
				.fromPort(from)
				.toPort(to)
				.ipRanges(IpRange.builder().cidrIp(block).build())
				.build()));
	}

	private void delete(String id) {
		this.ec2.deleteSecurityGroup((delete) -> delete.groupId(id));
	}

}
