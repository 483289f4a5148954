package cellar.stack.watchdog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ParentWatchTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final CountDownLatch gone = new CountDownLatch(1);

	@TempDir
	Path directory;

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
	void startWhenAncestorEndsLaterAlthoughTheParentLivesTells() throws Exception {
		Path output = this.directory.resolve("output");
		Process ancestor = new ProcessBuilder("sh", "-c", """
				CELLAR_STACK_ANCESTOR=$$
				export CELLAR_STACK_ANCESTOR
				sh -c '"$@" & wait' sh "$@" &
				wait
				""", "sh", Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
				"-cp", System.getProperty("java.class.path"), WatchingProgram.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		await().atMost(LIMIT).untilAsserted(() -> assertThat(output).hasContent("watching"));
		List<ProcessHandle> others = ancestor.descendants().toList();
		try {
			assertThat(others).hasSize(2);
			ancestor.destroyForcibly();
			await().atMost(LIMIT).untilAsserted(() -> assertThat(output).hasContent("watching\ngone"));
		}
		finally {
			others.forEach(ProcessHandle::destroyForcibly);
		}
	}

	@Test
	void startWhenNoAncestorIsKnownGoesOn() {
		ParentWatch.start(OptionalLong.empty(), this.gone::countDown);
		assertThat(this.gone.getCount()).isOne();
	}

}
