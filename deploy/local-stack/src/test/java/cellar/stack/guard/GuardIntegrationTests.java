package cellar.stack.guard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.parts.Directories;
import cellar.stack.process.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GuardIntegrationTests {

	private static final Duration GRACE = Duration.ofSeconds(5);

	@TempDir
	Path directory;

	private RunDirectory run;

	private Guard guard;

	@BeforeEach
	void open() throws Exception {
		this.run = RunDirectory.open(this.directory.resolve("run"));
		this.guard = new Guard(this.run, this.directory.resolve("guardian.log"), GRACE);
	}

	@AfterEach
	void close() throws Exception {
		this.guard.close();
		this.run.close();
	}

	@Test
	void addWhenClosedIsRefused() {
		this.guard.close();
		assertThatIllegalStateException().isThrownBy(() -> this.guard.add(ward())).withMessageContaining("'part'");
	}

	@Test
	void failureWhenAnotherGuardianCannotBeStarted() {
		this.guard.add(ward());
		Directories.delete(this.directory.resolve("run"));
		Objects.requireNonNull(this.guard.process()).destroyForcibly();
		assertThat(this.guard.failure()).succeedsWithin(GRACE).asString().contains("cannot be started again");
	}

	private Ward ward() {
		return new Ward.Filed("part", StopSignal.TERM, this.directory.resolve("part.pid"));
	}

}
