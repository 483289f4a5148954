package cellar.gateway.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientMinimumRateTests {

	private static final int RATE = 1000;

	private static final int HELD_BY_SYSTEM = 4 << 20;

	private final ClientMinimumRate minimumRate = new ClientMinimumRate(RATE, Duration.ofSeconds(10));

	private final SlowChannel channel = new SlowChannel(this.minimumRate);

	@Test
	void clientThatTakesNothingIsLeftOnceItsGraceIsOver() {
		this.channel.owe(100_000);
		this.channel.pass(10);
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(5);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void clientThatTakesTooLittleIsLeft() {
		this.channel.owe(1_000_000);
		// Time of its own passes as well, so that it may be left a little sooner.
		for (int i = 0; i < 5 && this.channel.isOpen(); i++) {
			this.channel.take(RATE * 5 / 2);
			this.channel.pass(5);
		}
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void clientThatTakesEnoughIsKept() {
		this.channel.owe(1_000_000);
		for (int i = 0; i < 100; i++) {
			this.channel.take(RATE * 5);
			this.channel.pass(5);
		}
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void whatTheSystemTookAtOnceMayLastAsLongAsTheClientNeedsForIt() {
		this.channel.owe(2 * HELD_BY_SYSTEM);
		this.channel.take(HELD_BY_SYSTEM);
		this.channel.pass(HELD_BY_SYSTEM / RATE);
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(20);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void haveBeenFastIsNoMeritForLong() {
		this.channel.owe(100_000_000);
		for (int i = 0; i < 10; i++) {
			this.channel.take(9_000_000);
			this.channel.pass(5);
		}
		this.channel.pass(HELD_BY_SYSTEM / RATE + 20);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void clientToWhichNothingIsOwedIsKept() {
		this.channel.owe(1000);
		this.channel.take(1000);
		this.channel.pass(1000);
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.owe(100_000);
		this.channel.pass(15);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void whatWindowsHoldBackIsOwedToo() {
		this.minimumRate.begin();
		this.channel.pass(10);
		this.minimumRate.end();
		this.channel.pass(5);
		this.minimumRate.begin();
		this.channel.pass(10);
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.pass(5);
		assertThat(this.channel.isOpen()).isFalse();
	}

	/**
	 * Hands nothing over but what the client is told to take.
	 */
	private static final class SlowChannel extends EmbeddedChannel {

		private long takes;

		SlowChannel(ClientMinimumRate minimumRate) {
			super(minimumRate);
			freezeTime();
		}

		void owe(int bytes) {
			writeOneOutbound(Unpooled.wrappedBuffer(new byte[bytes]));
			flushOutbound();
		}

		void take(int bytes) {
			this.takes = bytes;
			flushOutbound();
		}

		void pass(int seconds) {
			for (int i = 0; i < seconds && isOpen(); i++) {
				advanceTimeBy(1, TimeUnit.SECONDS);
				runScheduledPendingTasks();
			}
		}

		@Override
		protected void doWrite(ChannelOutboundBuffer waiting) {
			waiting.removeBytes(this.takes);
			this.takes = 0;
		}

	}

}
