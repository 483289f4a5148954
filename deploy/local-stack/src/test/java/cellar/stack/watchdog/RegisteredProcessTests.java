package cellar.stack.watchdog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.stack.process.ProcessIdentity;
import cellar.stack.process.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;

class RegisteredProcessTests {

	private static final ProcessHandle SELF = ProcessHandle.current();

	@TempDir
	Path directory;

	@Test
	void findByPidWhenItRunsSurvivesItsLine() {
		RegisteredProcess process = new RegisteredProcess.ByPid("part", StopSignal.TERM, ProcessIdentity.of(SELF));
		assertThat(process.find()).contains(SELF);
		assertThat(RegisteredProcess.parse(process.line()).orElseThrow().find()).contains(SELF);
	}

	@Test
	void findByPidWhenNumberWasGivenToAnotherIsEmpty() {
		Instant earlier = ProcessIdentity.of(SELF).started().minusSeconds(60);
		assertThat(
				new RegisteredProcess.ByPid("part", StopSignal.TERM, new ProcessIdentity(SELF.pid(), earlier)).find())
			.isEmpty();
	}

	@Test
	void lineWhenTheLanguageHasOtherDigitsIsWrittenInPlainOnes() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.of("ar", "EG"));
		try {
			assertThat("%d".formatted(1)).isNotEqualTo("1");
			assertThat(new RegisteredProcess.ByPid("part", StopSignal.TERM, ProcessIdentity.of(SELF)).line())
				.matches("process part TERM [0-9]+ [0-9]+");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void findByPidFileWhenItRunsSurvivesItsLine() throws Exception {
		RegisteredProcess process = byPidFile(SELF.pid() + "\n/some/directory\n");
		assertThat(process.find()).contains(SELF);
		assertThat(RegisteredProcess.parse(process.line())).contains(process);
	}

	@Test
	void findByPidFileWhenNumberWasGivenToAnotherIsEmpty() throws Exception {
		RegisteredProcess.ByPidFile process = byPidFile(SELF.pid() + "\n");
		Files.setLastModifiedTime(process.file(), FileTime.from(ProcessIdentity.of(SELF).started().minusSeconds(60)));
		assertThat(process.find()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "nonsense\n", "-1\n" })
	void findByPidFileWhenContentIsNoNumberIsEmpty(String content) throws Exception {
		assertThat(byPidFile(content).find()).isEmpty();
	}

	@Test
	void findByPidFileWhenThereIsNoFileIsEmpty() {
		assertThat(new RegisteredProcess.ByPidFile("part", StopSignal.INT, this.directory.resolve("none")).find())
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "process", "process part TERM", "process part TERM 12", "process part HUP 1 2",
			"process part TERM x 2", "file part", "else part TERM 1 2" })
	void parseWhenLineIsCutOffOrForeignIsEmpty(String line) {
		assertThat(RegisteredProcess.parse(line)).isEmpty();
	}

	private RegisteredProcess.ByPidFile byPidFile(String content) throws Exception {
		Path file = this.directory.resolve("a directory/part.pid");
		Files.createDirectories(file.resolveSibling(""));
		Files.writeString(file, content);
		return new RegisteredProcess.ByPidFile("part", StopSignal.INT, file);
	}

}
