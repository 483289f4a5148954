package cellar.gateway.cache;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.gateway.origin.OriginAnswer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that fills a cache is killed at random moments, again and again over the same
 * directory. What it said it holds is there without the origin; whatever is there is
 * right.
 */
class KilledProcessIntegrationTests {

	private static final long SEED = Long.getLong("soak.seed", 20_261_125L);

	private static final int KILLS = Integer.getInteger("soak.kills", 5);

	private static final OriginAnswer DOWN = new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0);

	private final Random random = new Random(SEED);

	private final Set<Integer> kept = new TreeSet<>();

	@TempDir
	private Path directory;

	@Test
	void killAtAnyMomentLosesNothingThatWasKeptAndLeavesNothingWrong() throws Exception {
		for (int kill = 0; kill < KILLS; kill++) {
			this.kept.addAll(fillUntilKilled());
			try (Fixture fixture = KilledProcess.open(this.directory)) {
				fixture.origin.answerOnly(DOWN);
				for (int object : this.kept) {
					assertThat(fixture.fetch(KilledProcess.name(object))).as("object %d, kill %d", object, kill)
						.isEqualTo(KilledProcess.bytes(object));
				}
			}
		}
		assertThat(this.kept).isNotEmpty();
		try (Fixture fixture = KilledProcess.open(this.directory)) {
			for (int object = 0; object < KilledProcess.OBJECTS; object++) {
				assertThat(fixture.fetch(KilledProcess.name(object))).isEqualTo(KilledProcess.bytes(object));
			}
			fixture.settle();
			assertThat(fixture.unfinished()).isEmpty();
			assertThat(fixture.copies()).hasSize(KilledProcess.OBJECTS);
		}
	}

	private Set<Integer> fillUntilKilled() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				KilledProcess.class.getName(), this.directory.toString(), Long.toString(this.random.nextLong())))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (BufferedReader output = process.inputReader()) {
			Set<Integer> said = new TreeSet<>();
			for (int lines = this.random.nextInt(1, 5); lines > 0; lines--) {
				hear(output.readLine(), said);
			}
			assertThat(process.waitFor(this.random.nextInt(300), TimeUnit.MILLISECONDS)).as("ended by itself")
				.isFalse();
			// The process itself would close what it has said and nobody has read.
			process.toHandle().destroyForcibly();
			output.lines().forEach((line) -> hear(line, said));
			return said;
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static void hear(@Nullable String line, Set<Integer> kept) {
		assertThat(line).as("a line of a process that is alive").isNotNull();
		if (line.startsWith("kept ")) {
			kept.add(Integer.parseInt(line.substring(5)));
		}
	}

}
