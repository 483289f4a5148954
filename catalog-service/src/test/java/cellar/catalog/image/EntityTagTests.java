package cellar.catalog.image;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntityTagTests {

	@Test
	void ofRevisionIsQuoted() {
		assertThat(EntityTag.of(3)).isEqualTo("\"3\"");
	}

}
