package cellar.stack.process;

import java.io.BufferedReader;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminationTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@Test
	void endAsksFirst() throws Exception {
		Process process = trapping("TERM");
		assertThat(Termination.end(process.toHandle(), StopSignal.TERM, LONG)).isTrue();
		assertThat(process.waitFor()).isEqualTo(7);
	}

	@Test
	void endWithInterruptSendsIt() throws Exception {
		Process process = trapping("INT");
		assertThat(Termination.end(process.toHandle(), StopSignal.INT, LONG)).isTrue();
		assertThat(process.waitFor()).isEqualTo(7);
	}

	@Test
	void endWhenItDoesNotListenKills() throws Exception {
		Process process = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done");
		assertThat(Termination.end(process.toHandle(), StopSignal.TERM, Duration.ofMillis(200))).isFalse();
		assertThat(process.waitFor()).isEqualTo(128 + 9);
	}

	private static Process trapping(String signal) throws Exception {
		return shell("trap 'exit 7' " + signal + "; echo ready; while :; do sleep 0.1; done");
	}

	private static Process shell(String script) throws Exception {
		// A shell cannot trap what was ignored when it began, as SIGINT is below a job in the background.
		Process process = new ProcessBuilder("env", "--default-signal=INT,TERM", "sh", "-c", script).start();
		BufferedReader output = process.inputReader();
		assertThat(output.readLine()).isEqualTo("ready");
		return process;
	}

}
