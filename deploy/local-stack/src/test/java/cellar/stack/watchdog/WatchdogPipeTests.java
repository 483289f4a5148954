package cellar.stack.watchdog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import cellar.stack.process.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;

class WatchdogPipeTests {

	private static final RegisteredProcess STORE = process("store");

	private static final RegisteredProcess SERVICE = process("service");

	@Test
	void lastListWhenSeveralCameIsTheLast() throws Exception {
		assertThat(lastList(STORE.line(), SERVICE.line(), ".", SERVICE.line(), ".")).containsExactly(SERVICE);
	}

	@Test
	void lastListWhenTheNextIsCutOffIsTheOneBefore() throws Exception {
		assertThat(lastList(STORE.line(), ".", SERVICE.line())).containsExactly(STORE);
	}

	@Test
	void lastListWhenNothingCameIsEmpty() throws Exception {
		assertThat(lastList()).isEmpty();
	}

	@Test
	void lastListWhenALineIsNoProcessHasTheOthers() throws Exception {
		assertThat(lastList("nonsense", STORE.line(), ".")).containsExactly(STORE);
	}

	private static List<RegisteredProcess> lastList(String... lines) throws IOException {
		return WatchdogPipe.lastList(new BufferedReader(new StringReader(String.join("\n", lines))));
	}

	private static RegisteredProcess process(String name) {
		return new RegisteredProcess.ByPidFile(name, StopSignal.TERM, Path.of("/run", name));
	}

}
