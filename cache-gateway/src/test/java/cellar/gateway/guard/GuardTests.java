package cellar.gateway.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import cellar.common.test.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link Guard}.
 */
@Timeout(30)
class GuardTests {

	private static final CircuitProperties CIRCUIT = new CircuitProperties(10, 4, 0.5, Duration.ofSeconds(10), 2);

	private static final LimitProperties WIDE = new LimitProperties(100, 0, Duration.ZERO);

	private final SettableClock clock = new SettableClock(Instant.EPOCH);

	private final Guard guard = guard(WIDE);

	private Guard guard(LimitProperties limit) {
		return new Guard("a", limit, CIRCUIT, this.clock);
	}

	private static Admission.Admitted enter(Guard guard) {
		Admission admission = guard.enter();
		assertThat(admission).isInstanceOf(Admission.Admitted.class);
		return (Admission.Admitted) admission;
	}

	private void request(boolean well) {
		try (Admission.Admitted admitted = enter(this.guard)) {
			admitted.went(well);
		}
	}

	private void open() {
		for (int i = 0; i < 4; i++) {
			request(false);
		}
		assertThat(this.guard.state()).isEqualTo(CircuitState.OPEN);
	}

	@Test
	void circuitStaysClosedWhileFewFail() {
		for (int i = 0; i < 100; i++) {
			request(i % 3 != 2);
		}
		assertThat(this.guard.state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void circuitWhenOpenRefusesUntilItsTimeIsOver() {
		open();
		assertThat(this.guard.enter()).isEqualTo(Admission.Refused.CIRCUIT_OPEN);
		this.clock.advance(Duration.ofSeconds(9));
		assertThat(this.guard.enter()).isEqualTo(Admission.Refused.CIRCUIT_OPEN);
		this.clock.advance(Duration.ofSeconds(2));
		enter(this.guard).close();
	}

	@Test
	void circuitWhenHalfOpenLetsOnlyTheProbesThroughAndClosesIfTheyGoWell() {
		open();
		this.clock.advance(Duration.ofSeconds(11));
		try (Admission.Admitted first = enter(this.guard); Admission.Admitted second = enter(this.guard)) {
			assertThat(this.guard.state()).isEqualTo(CircuitState.HALF_OPEN);
			assertThat(this.guard.enter()).isEqualTo(Admission.Refused.CIRCUIT_OPEN);
			first.went(true);
			assertThat(this.guard.state()).isEqualTo(CircuitState.HALF_OPEN);
			second.went(true);
		}
		assertThat(this.guard.state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void circuitWhenProbesFailOpensAgain() {
		open();
		this.clock.advance(Duration.ofSeconds(11));
		request(false);
		request(false);
		assertThat(this.guard.state()).isEqualTo(CircuitState.OPEN);
		assertThat(this.guard.enter()).isEqualTo(Admission.Refused.CIRCUIT_OPEN);
	}

	@Test
	void probeThatWasNotMadeLeavesItsTurnToAnother() {
		open();
		this.clock.advance(Duration.ofSeconds(11));
		for (int i = 0; i < 10; i++) {
			enter(this.guard).close();
		}
		request(true);
		request(true);
		assertThat(this.guard.state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void requestFromBeforeTheCircuitOpenedIsNoProbe() {
		Admission.Admitted late = enter(this.guard);
		Admission.Admitted later = enter(this.guard);
		open();
		this.clock.advance(Duration.ofSeconds(11));
		try (Admission.Admitted probe = enter(this.guard)) {
			late.went(false);
			later.went(false);
			assertThat(this.guard.state()).isEqualTo(CircuitState.HALF_OPEN);
			probe.went(true);
		}
		request(true);
		assertThat(this.guard.state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void placesAreGivenInTheOrderInWhichTheyWereAskedFor() throws Exception {
		Guard narrow = guard(new LimitProperties(1, 10, Duration.ofMinutes(5)));
		Admission.Admitted first = enter(narrow);
		List<Integer> order = new ArrayList<>();
		List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			int number = i;
			all.add(start(() -> {
				try (Admission.Admitted _ = enter(narrow)) {
					order.add(number);
				}
			}));
			await().until(() -> narrow.waiting() == number + 1);
		}
		first.close();
		for (Future<?> each : all) {
			each.get();
		}
		assertThat(order).containsExactly(0, 1, 2, 3, 4);
		assertThat(narrow.running()).isZero();
	}

	@Test
	void placeThatDoesNotComeInTimeIsRefused() {
		Guard narrow = guard(new LimitProperties(1, 10, Duration.ofMillis(10)));
		try (Admission.Admitted _ = enter(narrow)) {
			assertThat(narrow.enter()).isEqualTo(Admission.Refused.NO_PLACE);
		}
		enter(narrow).close();
		assertThat(narrow.state()).isEqualTo(CircuitState.CLOSED);
	}

	@Test
	void waitingBeyondTheBoundIsRefusedAtOnce() throws Exception {
		Guard narrow = guard(new LimitProperties(1, 1, Duration.ofMinutes(5)));
		Admission.Admitted first = enter(narrow);
		Future<?> waiting = start(() -> enter(narrow).close());
		await().until(() -> narrow.waiting() == 1);
		assertThat(narrow.enter()).isEqualTo(Admission.Refused.NO_PLACE);
		first.close();
		waiting.get();
	}

	@Test
	void placeThatComesAfterTheCircuitOpenedIsNotUsed() throws Exception {
		Guard narrow = guard(new LimitProperties(4, 10, Duration.ofMinutes(5)));
		List<Admission.Admitted> failing = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			failing.add(enter(narrow));
		}
		List<Admission> refused = new ArrayList<>();
		Future<?> waiting = start(() -> refused.add(narrow.enter()));
		await().until(() -> narrow.waiting() == 1);
		failing.forEach((each) -> each.went(false));
		failing.forEach(Admission.Admitted::close);
		waiting.get();
		assertThat(refused).containsExactly(Admission.Refused.CIRCUIT_OPEN);
		assertThat(narrow.running()).isZero();
	}

	@Test
	void closeTwiceGivesBackOnePlace() {
		Guard narrow = guard(new LimitProperties(1, 0, Duration.ZERO));
		Admission.Admitted admitted = enter(narrow);
		admitted.close();
		admitted.close();
		try (Admission.Admitted _ = enter(narrow)) {
			assertThat(narrow.enter()).isEqualTo(Admission.Refused.NO_PLACE);
		}
	}

	@Test
	void manyAtOnceAreNeverMoreThanThereArePlaces() throws Exception {
		Guard narrow = guard(new LimitProperties(3, 100, Duration.ofMinutes(5)));
		CountDownLatch go = new CountDownLatch(1);
		AtomicInteger inside = new AtomicInteger();
		List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			all.add(start(() -> {
				try {
					go.await();
				}
				catch (InterruptedException ex) {
					throw new AssertionError(ex);
				}
				for (int turn = 0; turn < 20; turn++) {
					try (Admission.Admitted _ = enter(narrow)) {
						assertThat(inside.incrementAndGet()).isBetween(1, 3);
						Thread.yield();
						inside.decrementAndGet();
					}
				}
			}));
		}
		go.countDown();
		for (Future<?> each : all) {
			each.get();
		}
		assertThat(narrow.running()).isZero();
	}

	private static Future<?> start(Runnable task) {
		FutureTask<?> future = new FutureTask<>(task, null);
		Thread.ofVirtual().start(future);
		return future;
	}

}
