package cellar.common.meter;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampledTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T12:00:00Z"));

	private final AtomicInteger queries = new AtomicInteger();

	@Test
	void valueWhenItIsFreshTakesNoQuery() {
		Sampled<Integer> sampled = new Sampled<>(this.queries::incrementAndGet, this.now::get);
		assertThat(sampled.value(Integer::doubleValue)).isOne();
		assertThat(sampled.value((value) -> value + 10)).isEqualTo(11);
		advance(6);
		assertThat(sampled.value(Integer::doubleValue)).isEqualTo(2);
	}

	@Test
	void valueWhenTheQueryFailsIsTheLastOneForAMinute() {
		Sampled<Integer> sampled = new Sampled<>(() -> {
			if (this.queries.incrementAndGet() > 1) {
				throw new IllegalStateException("down");
			}
			return 7;
		}, this.now::get);
		assertThat(sampled.value(Integer::doubleValue)).isEqualTo(7);
		advance(59);
		assertThat(sampled.value(Integer::doubleValue)).isEqualTo(7);
		advance(2);
		assertThat(sampled.value(Integer::doubleValue)).isNaN();
	}

	@Test
	void valueWhenTheQueryHangsIsNotWaitedForAgain() throws InterruptedException {
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		Sampled<Integer> sampled = new Sampled<>(() -> hang(go, ended), this.now::get);
		assertThat(sampled.value(Integer::doubleValue)).isNaN();
		assertThat(sampled.value(Integer::doubleValue)).isNaN();
		assertThat(this.queries).hasValue(1);
		go.countDown();
		ended.await();
	}

	private void advance(int seconds) {
		this.now.updateAndGet((before) -> before.plusSeconds(seconds));
	}

	private int hang(CountDownLatch go, CountDownLatch ended) {
		this.queries.incrementAndGet();
		try {
			go.await();
			return 1;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			ended.countDown();
		}
	}

}
