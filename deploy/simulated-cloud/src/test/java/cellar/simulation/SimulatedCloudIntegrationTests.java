package cellar.simulation;

import org.junit.jupiter.api.Test;

import cellar.parts.FreePorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SimulatedCloudIntegrationTests {

	@Test
	void startWhenPathIsNoneLetsGoOfThePort() {
		SimulatedCloudBuilder builder = SimulatedCloud.builder().port(FreePorts.next());
		assertThatIllegalArgumentException().isThrownBy(() -> builder.path("/not a path").start());
		try (SimulatedCloud cloud = builder.path("/").start()) {
			assertThat(cloud.control().resources().isEmpty()).isTrue();
		}
	}

}
