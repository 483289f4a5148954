package cellar.common.meter;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharedQueryTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T12:00:00Z"));

	private final AtomicInteger queries = new AtomicInteger();

	@Test
	void valueWhenItIsFreshTakesNoQuery() {
		SharedQuery<Integer> query = new SharedQuery<>(this.queries::incrementAndGet, this.now::get);
		assertThat(query.value(Integer::doubleValue)).isOne();
		assertThat(query.value((value) -> value + 10)).isEqualTo(11);
		advance(6);
		assertThat(query.value(Integer::doubleValue)).isEqualTo(2);
	}

	@Test
	void valueWhenTheQueryFailsIsTheLastOneForAMinute() {
		SharedQuery<Integer> query = new SharedQuery<>(() -> {
			if (this.queries.incrementAndGet() > 1) {
				throw new IllegalStateException("down");
			}
			return 7;
		}, this.now::get);
		assertThat(query.value(Integer::doubleValue)).isEqualTo(7);
		advance(59);
		assertThat(query.value(Integer::doubleValue)).isEqualTo(7);
		advance(2);
		assertThat(query.value(Integer::doubleValue)).isNaN();
	}

	@Test
	void valueWhenTheQueryHangsIsNotWaitedForAgain() throws InterruptedException {
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		SharedQuery<Integer> query = new SharedQuery<>(() -> hang(go, ended), this.now::get);
		assertThat(query.value(Integer::doubleValue)).isNaN();
		assertThat(query.value(Integer::doubleValue)).isNaN();
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
