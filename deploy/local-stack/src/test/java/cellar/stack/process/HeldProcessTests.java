package cellar.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HeldProcessTests {

	@TempDir
	Path directory;

	@Test
	void ofDoesNothingBeforeItIsReleased() throws Exception {
		Path proof = this.directory.resolve("proof");
		HeldProcess held = HeldProcess.of(command("touch", proof.toString()));
		ProcessIdentity identity = held.identity();
		assertThat(identity.find()).isPresent();
		assertThat(proof).doesNotExist();
		Process process = held.release();
		assertThat(process.waitFor()).isZero();
		assertThat(process.pid()).isEqualTo(identity.pid());
		assertThat(proof).exists();
	}

	@Test
	void releaseKeepsNumberAndStart() throws Exception {
		HeldProcess held = HeldProcess.of(command("sleep", "60"));
		ProcessIdentity identity = held.identity();
		Process process = held.release();
		try {
			assertThat(identity.find()).contains(process.toHandle());
		}
		finally {
			process.destroyForcibly();
		}
	}

	@Test
	void ofWhenStarterIsGoneEndsWithoutDoingAnything() throws Exception {
		Path proof = this.directory.resolve("proof");
		Process orphan = command("touch", proof.toString()).start(HeldProcess.HOLD);
		orphan.getOutputStream().close();
		assertThat(orphan.waitFor()).isEqualTo(1);
		assertThat(proof).doesNotExist();
	}

	@Test
	void releaseGivesAnEmptyInputAndAnEnvironmentWithoutConfiguration() throws Exception {
		Process process = HeldProcess.of(command("sh", "-c", "cat; echo \"$CELLAR_TOKEN/$OURS\"")).release();
		assertThat(process.waitFor()).isZero();
		assertThat(Files.readString(log())).isEqualTo("/ours\n");
	}

	@Test
	void releasePutsProgramIntoSessionOfItsOwn() throws Exception {
		Process process = HeldProcess.of(command("sh", "-c", "ps -o sid= -p $$")).release();
		assertThat(process.waitFor(Duration.ofSeconds(10))).isTrue();
		assertThat(Files.readString(log()).strip()).isEqualTo(Long.toString(process.pid()));
	}

	private Command command(String... line) {
		return new Command(List.of(line), Map.of("OURS", "ours"), this.directory, log());
	}

	private Path log() {
		return this.directory.resolve("log");
	}

}
