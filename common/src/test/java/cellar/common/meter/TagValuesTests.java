package cellar.common.meter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TagValues}.
 */
class TagValuesTests {

	@Test
	void ofIsTheNameInLowerCase() {
		assertThat(TagValues.of(Thread.State.TIMED_WAITING)).isEqualTo("timed_waiting");
	}

}
