package cellar.stack.platform;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTests {

	@Test
	void claimWithZeroGivesEachAPortOfItsOwn() {
		Ports ports = Ports.claim((port) -> 0);
		Set<Integer> numbers = Stream.of(Port.values()).map(ports::number).collect(Collectors.toSet());
		assertThat(numbers).hasSize(Port.values().length).doesNotContain(0);
		assertThat(ports.url(Port.GATEWAY)).isEqualTo("http://127.0.0.1:" + ports.number(Port.GATEWAY));
	}

	@Test
	void claimWhenPortsAreTakenTellsOfAllWithTheirSettings() throws Exception {
		try (ServerSocket one = new ServerSocket(0); // on every address
				ServerSocket two = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			assertThatExceptionOfType(PortsTakenException.class).isThrownBy(() -> Ports.claim((port) -> switch (port) {
				case GATEWAY -> one.getLocalPort();
				case GATEWAY_MANAGEMENT -> two.getLocalPort();
				default -> 0;
			}))
				.withMessageContaining(one.getLocalPort() + "  cache-gateway  ")
				.withMessageContaining("-Dcellar.stack.ports.gateway=PORT")
				.withMessageContaining(two.getLocalPort() + "  cache-gateway (management)")
				.withMessageContaining("-Dcellar.stack.ports.gateway-management=PORT")
				.withMessageContaining("CELLAR_STACK_PORTS_GATEWAY")
				.withMessageNotContaining("provisioning");
		}
	}

	@Test
	void claimWhenOnePortIsWantedTwiceIsRefused() {
		int free = Ports.claim((port) -> 0).number(Port.CLOUD);
		assertThatExceptionOfType(PortsTakenException.class)
			.isThrownBy(() -> Ports.claim((port) -> (port.ordinal() < 2) ? free : 0))
			.withMessageContaining(free + "  catalog-service");
	}

	@Test
	void usualFollowsTheContractAndPutsPostgresOn8085() {
		assertThat(Stream.of(Port.values()).map(Port::usual)).containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 9080,
				9081, 9082);
	}

}
