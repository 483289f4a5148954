package cellar.simulation.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.state.Records;
import cellar.simulation.state.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientTokensTests {

	private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

	private static final Instant HIDDEN = NOW.plusSeconds(3600);

	private static final Instance.Ending ENDING = new Instance.Ending(NOW, NOW.plusSeconds(2), HIDDEN);

	private final Records<Reservation> records = State.in(null).records("reservations", Reservation.class);

	@Test
	void launchedByWhenTokenIsNewFindsNothing() {
		reserve("t", instance(null));
		assertThat(at(NOW).launchedBy("other", "hash", CloudProfile.AWS)).isEmpty();
	}

	@Test
	void launchedByWhenLaunchHadNoTokenFindsNothing() {
		reserve(null, instance(null));
		assertThat(at(NOW).launchedBy("t", "hash", CloudProfile.AWS)).isEmpty();
	}

	@Test
	void launchedByWhenRequestIsRepeatedFindsItsReservation() {
		Reservation reservation = reserve("t", instance(null));
		assertThat(at(NOW).launchedBy("t", "hash", CloudProfile.AWS)).hasValue(reservation);
	}

	@Test
	void launchedByWhenRequestIsAnotherIsRefused() {
		reserve("t", instance(null));
		assertRefused(() -> at(NOW).launchedBy("t", "other", CloudProfile.AWS), "IdempotentParameterMismatch");
	}

	@Test
	void launchedByWhenAllMachinesWereTerminatedIsRefused() {
		reserve("t", instance(ENDING), instance(ENDING));
		assertRefused(() -> at(NOW).launchedBy("t", "hash", CloudProfile.AWS), "IdempotentInstanceTerminated");
	}

	@Test
	void launchedByWhenOneMachineIsLeftFindsItsReservation() {
		Reservation reservation = reserve("t", instance(ENDING), instance(null));
		assertThat(at(NOW).launchedBy("t", "hash", CloudProfile.AWS)).hasValue(reservation);
	}

	@Test
	void launchedByWhenRequestsAreNotComparedTakesAnyUntilTheMachinesAreHidden() {
		Reservation reservation = reserve("t", instance(ENDING));
		assertThat(at(NOW).launchedBy("t", "other", CloudProfile.EUCALYPTUS_5)).hasValue(reservation);
		assertThat(at(HIDDEN).launchedBy("t", "hash", CloudProfile.EUCALYPTUS_5)).isEmpty();
	}

	@Test
	void forgetOldWhenMachinesAreHiddenKeepsTheTokenForTwoDaysMore() {
		reserve("t", instance(ENDING));
		Instant end = HIDDEN.plus(Duration.ofHours(48));
		at(end).forgetOld();
		assertThat(this.records.all()).hasSize(1);
		at(end.plusMillis(1)).forgetOld();
		assertThat(this.records.all()).isEmpty();
	}

	@Test
	void forgetOldWhenOneMachineIsLeftKeepsTheToken() {
		reserve("t", instance(ENDING), instance(null));
		at(HIDDEN.plus(Duration.ofDays(365))).forgetOld();
		assertThat(this.records.all()).hasSize(1);
	}

	private ClientTokens at(Instant time) {
		return new ClientTokens(this.records, Clock.fixed(time, ZoneOffset.UTC));
	}

	private Reservation reserve(@Nullable String token, Instance... instances) {
		Reservation reservation = new Reservation("r-1", token, "hash", Stream.of(instances).toList());
		this.records.put(reservation.id(), reservation);
		return reservation;
	}

	private static Instance instance(Instance.@Nullable Ending ending) {
		return new Instance("i-1", 0, "emi-c0de0001", "x86_64", "m1.small", "local-a", null, Map.of(), "10.0.0.1",
				"203.0.113.1", null, false, "stop", NOW, NOW, ending, Map.of());
	}

	private static void assertRefused(ThrowingCallable call, String code) {
		assertThatExceptionOfType(Ec2Exception.class).isThrownBy(call).extracting(Ec2Exception::code).isEqualTo(code);
	}

}
