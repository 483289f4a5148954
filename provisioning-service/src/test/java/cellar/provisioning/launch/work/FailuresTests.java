package cellar.provisioning.launch.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that all reasons that launches fail for are known beforehand: one that metrics
 * learn of when it comes up raises no alarm the first time.
 */
class FailuresTests {

	private static final Pattern CODE = Pattern.compile("(?:Failure|Fail)\\(\\s*\"([a-z-]+)\"");

	@Test
	void codesAreThoseThatTheSourcesName() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
			assertThat(sources.filter(Files::isRegularFile).flatMap(FailuresTests::codes).distinct())
				.containsExactlyInAnyOrderElementsOf(Failures.CODES);
		}
	}

	private static Stream<String> codes(Path source) {
		try {
			return CODE.matcher(Files.readString(source)).results().map((MatchResult found) -> found.group(1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
