package cellar.provisioning.launch.order;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import cellar.provisioning.userdata.Family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests which orders there can be, and how they are written down.
 */
class LaunchOrderTests {

	@Test
	void orderWhenWrittenDownIsReadTheSame() {
		LaunchOrder order = new LaunchOrder("local", "emi-c0de0001", "plain",
				new TreeMap<>(Map.of("sshAuthorizedKeys", List.of("a", "b"))), Family.UBUNTU, "m1.small", 2, null,
				"ssh-ed25519 AAAA", null, "192.0.2.0/24", new TreeMap<>(Map.of("team", "storage")));
		assertThat(RequestJson.read(RequestJson.write(order), LaunchOrder.class)).isEqualTo(order);
	}

	@Test
	void orderWhenWrittenDownAsARequestIsReadTheSame() {
		String written = """
				{"cloud":"local","count":1,"family":null,"image":"emi-c0de0002","instanceType":"m1.small",
				"keyName":"mine","parameters":{},"publicKey":null,"recipe":null,"securityGroup":null,
				"sshFrom":null,"tags":{}}""";
		assertThat(RequestJson.read(written, LaunchOrder.class))
			.isEqualTo(TestOrders.order().image("emi-c0de0002").keyName("mine").build());
	}

	@Test
	void orderWhenAParameterIsNullKeepsIt() {
		String written = """
				{"cloud":"local","count":1,"image":"emi-c0de0002","instanceType":"m1.small",
				"parameters":{"label":null},"recipe":"plain","tags":{}}""";
		assertThat(RequestJson.read(written, LaunchOrder.class).parameters()).containsOnlyKeys("label");
	}

	@Test
	void orderWhenItsPartsExcludeEachOtherThrows() {
		assertThatIllegalArgumentException().isThrownBy(TestOrders.order().count(0)::build)
			.withMessageContaining("'count'");
		assertThatIllegalArgumentException()
			.isThrownBy(TestOrders.order().keyName("mine").publicKey("ssh-ed25519 AAAA")::build)
			.withMessageContaining("'publicKey'");
		assertThatIllegalArgumentException()
			.isThrownBy(TestOrders.order().securityGroup("web").sshFrom("192.0.2.0/24")::build)
			.withMessageContaining("'sshFrom'");
	}

}
