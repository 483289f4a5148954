package cellar.gateway.header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EntityTag}.
 */
class EntityTagTests {

	@ParameterizedTest
	@ValueSource(strings = { "\"1\"", "1", "\"W/1\"" })
	void isStrongUnlessMarked(String etag) {
		assertThat(EntityTag.isStrong(etag)).isTrue();
	}

	@Test
	void isStrongWhenMissingIsFalse() {
		assertThat(EntityTag.isStrong(null)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "W/\"1\"", "w/\"1\"", "W/", "", " ", "\"\"" })
	void isStrongWhenMarkedOrEmptyIsFalse(String etag) {
		assertThat(EntityTag.isStrong(etag)).isFalse();
	}

}
