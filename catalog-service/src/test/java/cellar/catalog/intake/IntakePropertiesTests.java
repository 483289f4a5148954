package cellar.catalog.intake;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import cellar.common.test.Binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakePropertiesTests {

	@Test
	void defaults() {
		assertThat(bind())
			.isEqualTo(new IntakeProperties(DataSize.ofMegabytes(10), 10_000, Duration.ofSeconds(30), List.of()));
	}

	@Test
	void everything() {
		assertThat(bind("max-size=1MB", "max-entries=5", "timeout=2s", "allow-internal=10.0.0.0/8"))
			.isEqualTo(new IntakeProperties(DataSize.ofMegabytes(1), 5, Duration.ofSeconds(2), List.of("10.0.0.0/8")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-size=0", "max-size=101MB", "max-entries=0", "max-entries=100001", "timeout=0s" })
	void whenAValueIsWrongFails(String pair) {
		assertThatThrownBy(() -> bind(pair)).isInstanceOf(Exception.class);
	}

	private static IntakeProperties bind(String... pairs) {
		return Binding.bind("cellar.catalog.intake", IntakeProperties.class, pairs);
	}

}
