package cellar.catalog.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatementTests {

	private static final Statement SEVEN = new Statement(7L, Instant.parse("2026-12-22T10:11:12Z"));

	@Test
	void readUnderstandsCatalogsAndChecksums() {
		assertThat(read("{\"serial\":7,\"expires\":\"2026-12-22T10:11:12Z\",\"images\":[]}")).isEqualTo(SEVEN);
		assertThat(read("# serial: 7\n# expires: 2026-12-22T10:11:12Z\n00  a\n")).isEqualTo(SEVEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "[]", "{", "{\"serial\":\"7\",\"expires\":7}", "# serial: x\n# expires: y\n" })
	void readWhenDocumentTellsNothingIsEmpty(String document) {
		assertThat(read(document)).isEqualTo(new Statement(null, null));
	}

	private static Statement read(String document) {
		return Statement.read(document.getBytes(StandardCharsets.UTF_8));
	}

}
