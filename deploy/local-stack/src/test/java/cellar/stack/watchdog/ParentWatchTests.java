package cellar.stack.watchdog;

import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ParentWatchTests {

	private final CountDownLatch gone = new CountDownLatch(1);

	@Test
	void startWhenAncestorIsGoneAlreadyTellsAtOnce() throws Exception {
		Process ended = new ProcessBuilder("true").start();
		ended.waitFor();
		ParentWatch.start(OptionalLong.of(ended.pid()), this.gone::countDown);
		assertThat(this.gone.getCount()).isZero();
	}

	@Test
	void startWhenAnotherProcessGotTheNumberTellsAtOnce() throws Exception {
		Process other = new ProcessBuilder("sleep", "60").start();
		try {
			ParentWatch.start(OptionalLong.of(other.pid()), this.gone::countDown);
			assertThat(this.gone.getCount()).isZero();
		}
		finally {
			other.destroyForcibly();
		}
	}

	@Test
	void startWhenAncestorLivesGoesOn() {
		ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
		ParentWatch.start(OptionalLong.of(parent.parent().orElse(parent).pid()), this.gone::countDown);
		assertThat(this.gone.getCount()).isOne();
	}

	@Test
	void startWhenNoAncestorIsKnownGoesOn() {
		ParentWatch.start(OptionalLong.empty(), this.gone::countDown);
		assertThat(this.gone.getCount()).isOne();
	}

}
