package cellar.provisioning.instance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests {@link InstanceState}.
 */
class InstanceStateTests {

	@ParameterizedTest
	@EnumSource
	void ofWhenNameIsThatOfAStateReturnsIt(InstanceState state) {
		assertThat(InstanceState.of(state.toString())).isEqualTo(state);
	}

	@Test
	void toStringSpellsStatesAsEc2Does() {
		assertThat(InstanceState.SHUTTING_DOWN).hasToString("shutting-down");
		assertThat(InstanceState.TERMINATED).hasToString("terminated");
	}

	@Test
	void ofWhenEc2HasNoSuchStateReturnsUnknown() {
		assertThat(InstanceState.of("rebooting")).isEqualTo(InstanceState.UNKNOWN);
	}

}
