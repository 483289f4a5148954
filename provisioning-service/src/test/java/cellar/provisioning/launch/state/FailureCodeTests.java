package cellar.provisioning.launch.state;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FailureCode}.
 */
class FailureCodeTests {

	@Test
	void toStringIsWhatCallersKnow() {
		assertThat(FailureCode.NOT_REACHABLE_IN_TIME).hasToString("not-reachable-in-time");
	}

	@ParameterizedTest
	@EnumSource
	void ofReadsWhatWasWritten(FailureCode code) {
		assertThat(FailureCode.of(code.toString())).isEqualTo(code);
	}

	@Test
	void ofWhenThereIsNoSuchCodeSaysSo() {
		assertThatIllegalArgumentException().isThrownBy(() -> FailureCode.of("bad-luck"))
			.withMessage("There is no failure code 'bad-luck'");
	}

}
