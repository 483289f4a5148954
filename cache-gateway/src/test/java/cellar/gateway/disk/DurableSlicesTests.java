package cellar.gateway.disk;

import java.util.BitSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DurableSlices}.
 */
class DurableSlicesTests {

	private final DurableSlices slices = new DurableSlices(new Slicing(25_000, 10_000));

	@Test
	void footprintCountsWhatIsTouchedEvenIfItIsDropped() {
		assertThat(this.slices.footprint()).isZero();
		this.slices.touch(0);
		this.slices.touch(2);
		this.slices.drop(0);
		assertThat(this.slices.isTouched(1)).isFalse();
		assertThat(this.slices.footprint()).isEqualTo(12_288 + 8192);
	}

	@Test
	void withTellsOfMoreThanIsDurableAndChangesNothing() {
		this.slices.settle(0);
		this.slices.settle(1);
		this.slices.drop(1);
		BitSet more = BitSet.valueOf(new long[] { 0b100 });
		assertThat(this.slices.with(more).stream()).containsExactly(0, 2);
		assertThat(this.slices.isDurable(0)).isTrue();
		assertThat(this.slices.isDurable(1)).isFalse();
		assertThat(this.slices.isDurable(2)).isFalse();
	}

	@Test
	void doubtIsAboutWhatWasTouchedAndEndsOnce() {
		this.slices.touch(1);
		this.slices.doubt(0);
		this.slices.doubt(1);
		assertThat(this.slices.endDoubt(0)).isFalse();
		assertThat(this.slices.endDoubt(1)).isTrue();
		assertThat(this.slices.endDoubt(1)).isFalse();
	}

}
