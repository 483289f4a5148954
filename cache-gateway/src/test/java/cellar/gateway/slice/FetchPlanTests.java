package cellar.gateway.slice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import cellar.gateway.disk.SliceTable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FetchPlan}.
 */
@Timeout(10)
class FetchPlanTests {

	private static final int SLICE = 4096;

	private final SliceTable slices = new SliceTable(100L * SLICE, SLICE);

	private final FetchPlan plan = new FetchPlan(this.slices, new FillLimits(2, 8, 4, 1));

	@Test
	void wantWhenNobodyBringsItStartsAStretchUpToWhatIsWanted() {
		assertThat(this.plan.want(3, 5)).satisfies((stretch) -> {
			assertThat(stretch.first()).isEqualTo(3);
			assertThat(stretch.end()).isEqualTo(5);
		});
	}

	@Test
	void wantStopsBeforeWhatIsThereAndWhatIsOnItsWay() {
		this.slices.add(6, 1);
		assertThat(start(3, 100).end()).isEqualTo(6);
		assertThat(start(7, 100).end()).isEqualTo(15);
	}

	@Test
	void wantWhenItComesSoonStartsNothing() {
		start(3, 100);
		assertThat(this.plan.want(3, 100)).isNull();
		assertThat(this.plan.want(4, 100)).isNull();
	}

	@Test
	void wantWhenItComesLateCutsTheStretchThatWouldBringIt() {
		Stretch early = start(0, 100);
		Stretch other = start(5, 100);
		assertThat(early.end()).isEqualTo(5);
		assertThat(other.first()).isEqualTo(5);
	}

	@Test
	void wantWhenAllRequestsRunIsServedWhenOneHasEnded() {
		Stretch one = start(0, 8);
		start(50, 58);
		assertThat(this.plan.want(90, 92)).isNull();
		assertThat(one.end()).isEqualTo(2);
		assertThat(this.plan.ended(one)).satisfies((next) -> assertThat(next.first()).isEqualTo(90));
	}

	@Test
	void endedWhileOthersStillWaitStartsNoLongStretch() {
		Stretch one = start(0, 8);
		start(50, 58);
		assertThat(this.plan.want(20, 100)).isNull();
		assertThat(this.plan.want(70, 100)).isNull();
		assertThat(this.plan.ended(one)).satisfies((next) -> {
			assertThat(next.first()).isEqualTo(20);
			assertThat(next.end()).isLessThanOrEqualTo(22);
		});
	}

	@Test
	void endedWhenMoreRunThanAllowedServesNobodyYet() {
		this.plan.begun(0, 10);
		this.plan.begun(20, 30);
		Stretch third = this.plan.begun(40, 50);
		assertThat(this.plan.want(90, 92)).isNull();
		assertThat(this.plan.ended(third)).isNull();
	}

	@Test
	void aheadLooksNoFartherThanItMay() {
		Stretch first = start(0, 100);
		assertThat(first.end()).isEqualTo(8);
		assertThat(this.plan.ahead(2, 100)).isNull();
		assertThat(this.plan.ahead(5, 100)).satisfies((next) -> assertThat(next.first()).isEqualTo(8));
	}

	@Test
	void extendGoesOnUpToWhatSomebodyElseBrings() {
		Stretch first = start(0, 8);
		start(20, 24);
		assertThat(this.plan.extend(first, 8)).isEqualTo(20);
		assertThat(first.end()).isEqualTo(20);
	}

	@Test
	void extendWhenCutOrWhileOthersWaitChangesNothing() {
		Stretch first = start(0, 8);
		start(50, 58);
		assertThat(this.plan.want(90, 92)).isNull();
		assertThat(this.plan.extend(first, 8)).isEqualTo(8);
		assertThat(first.end()).isEqualTo(2);
	}

	@Test
	void stopLetsStretchesEndWithTheSliceOnItsWay() {
		Stretch stretch = start(0, 8);
		this.plan.stop();
		assertThat(stretch.end()).isEqualTo(1);
		assertThat(this.plan.ended(stretch)).isNull();
		assertThat(this.plan.isIdle()).isTrue();
	}

	private Stretch start(int slice, int end) {
		Stretch stretch = this.plan.want(slice, end);
		assertThat(stretch).isNotNull();
		return stretch;
	}

}
