package cellar.catalog.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeartbeatTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final AtomicReference<Thread> beating = new AtomicReference<>();

	private final CountDownLatch beats = new CountDownLatch(3);

	@Test
	void startBeatsUntilStoppedWhateverHappens() throws InterruptedException {
		Heartbeat heartbeat = new Heartbeat(() -> {
			this.beating.set(Thread.currentThread());
			this.beats.countDown();
			throw new IllegalStateException("no database");
		}, Duration.ofMillis(1));
		heartbeat.start();
		assertThat(this.beats.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(this.beating.get().isAlive()).isTrue();
		heartbeat.stop();
		assertThat(this.beating.get().join(PATIENCE)).isTrue();
	}

	@Test
	void stopWhenABeatIsUnderWayDoesNotInterruptIt() throws InterruptedException {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch stopped = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		Heartbeat heartbeat = new Heartbeat(() -> {
			this.beating.set(Thread.currentThread());
			begun.countDown();
			try {
				stopped.await();
				ended.countDown();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, Duration.ofMillis(1));
		heartbeat.start();
		assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		heartbeat.stop();
		stopped.countDown();
		assertThat(this.beating.get().join(PATIENCE)).isTrue();
		assertThat(ended.getCount()).isZero();
	}

}
