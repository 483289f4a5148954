package cellar.simulation.fault;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultsTests {

	private static final Fault THROTTLE = Fault.Refusal.throttle();

	private static final Fault LOST = new Fault.LostReply(true);

	private static final Fault SLOW = new Fault.Latency(Duration.ofSeconds(1));

	private static final Fault SLOWER = new Fault.Latency(Duration.ofSeconds(2));

	private final Faults faults = new Faults();

	@Test
	void takeWhenOrderIsForAnotherActionTakesNothing() {
		this.faults.add(FaultOrder.once("RunInstances", THROTTLE));
		assertThat(this.faults.take("DescribeInstances")).isEmpty();
		assertThat(this.faults.take("RunInstances")).containsExactly(THROTTLE);
		assertThat(this.faults.take("RunInstances")).isEmpty();
	}

	@Test
	void takeWhenOrderIsForEveryActionTakesIt() {
		this.faults.add(FaultOrder.once("*", THROTTLE));
		assertThat(this.faults.take("DescribeInstances")).containsExactly(THROTTLE);
	}

	@Test
	void takeWhenSomeCallsShallPassHitsThoseAfterThem() {
		this.faults.add(new FaultOrder("*", THROTTLE, 1, 2));
		assertThat(this.faults.take("a")).isEmpty();
		assertThat(this.faults.take("b")).containsExactly(THROTTLE);
		assertThat(this.faults.take("c")).containsExactly(THROTTLE);
		assertThat(this.faults.take("d")).isEmpty();
		assertThat(this.faults.pending()).isEmpty();
	}

	@Test
	void takeWhenSeveralAreDueKeepsAllButTheFirst() {
		this.faults.add(FaultOrder.once("*", THROTTLE));
		this.faults.add(FaultOrder.once("*", LOST));
		assertThat(this.faults.take("a")).containsExactly(THROTTLE);
		assertThat(this.faults.pending()).containsExactly(FaultOrder.once("*", LOST));
		assertThat(this.faults.take("a")).containsExactly(LOST);
	}

	@Test
	void takeWhenAnotherHasHitDoesNotCountTheCallForTheRest() {
		this.faults.add(FaultOrder.once("*", THROTTLE));
		this.faults.add(new FaultOrder("*", LOST, 1, 1));
		assertThat(this.faults.take("a")).containsExactly(THROTTLE);
		assertThat(this.faults.take("a")).isEmpty();
		assertThat(this.faults.take("a")).containsExactly(LOST);
	}

	@Test
	void takeWhenDelaysAreDueTakesAllOfThemBesideTheFirstOther() {
		this.faults.add(FaultOrder.once("*", SLOW));
		this.faults.add(FaultOrder.once("*", THROTTLE));
		this.faults.add(FaultOrder.once("*", LOST));
		this.faults.add(FaultOrder.once("*", SLOWER));
		assertThat(this.faults.take("a")).containsExactly(SLOW, THROTTLE, SLOWER);
		assertThat(this.faults.take("a")).containsExactly(LOST);
	}

	@Test
	void addWhenAThousandArePendingIsRefused() {
		for (int i = 0; i < 1000; i++) {
			this.faults.add(FaultOrder.once("*", THROTTLE));
		}
		assertThatIllegalArgumentException().isThrownBy(() -> this.faults.add(FaultOrder.once("*", THROTTLE)))
			.withMessageContaining("clear them first");
	}

	@Test
	void clearWhenSomeArePendingForgetsThem() {
		this.faults.add(FaultOrder.once("*", THROTTLE));
		this.faults.clear();
		assertThat(this.faults.pending()).isEmpty();
		assertThat(this.faults.take("a")).isEmpty();
	}

}
