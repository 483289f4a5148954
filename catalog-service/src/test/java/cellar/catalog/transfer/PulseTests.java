package cellar.catalog.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PulseTests {

	@Test
	void startBeatsUntilStoppedWhateverHappens() throws InterruptedException {
		CountDownLatch beats = new CountDownLatch(3);
		Pulse pulse = new Pulse(() -> {
			beats.countDown();
			throw new IllegalStateException("no database");
		}, Duration.ofMillis(1));
		pulse.start();
		assertThat(beats.await(10, TimeUnit.SECONDS)).isTrue();
		pulse.stop();
	}

}
