package cellar.stack.monitoring;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Has Prometheus' own tool check its files, and try the alerts.
 */
class PromtoolTests {

	// Syntax only: the secrets that the configuration names are in the containers.
	// All tests take half a minute, and longer on a busy machine.
	@ParameterizedTest
	@Timeout(value = 5, unit = TimeUnit.MINUTES)
	@ValueSource(strings = { "check rules alerts.yaml", "test rules alerts-test.yaml",
			"check config --syntax-only prometheus.yaml" })
	void promtoolFindsNothing(String command) {
		Optional<Promtool> promtool = Promtool.find();
		assumeThat(promtool)
			.as("There is no promtool on the PATH nor in -Dcellar.promtool, so the alerts are not tried; "
					+ "Debian's package 'prometheus' has it")
			.isPresent();
		Promtool.Result result = promtool.orElseThrow().run(command.split(" "));
		assertThat(result.status()).as(result.output()).isZero();
	}

}
