package cellar.gateway.disk;

import java.util.BitSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SliceTable}.
 */
class SliceTableTests {

	private final SliceTable table = new SliceTable(25_000, 10_000);

	@Test
	void addCountsASliceOnce() {
		this.table.add(2, 17);
		this.table.add(2, 18);
		assertThat(this.table.presentBytes()).isEqualTo(5000);
		assertThat(this.table.checksum(2)).isEqualTo(18);
		assertThat(this.table.isComplete()).isFalse();
		this.table.add(0, 1);
		this.table.add(1, 1);
		assertThat(this.table.isComplete()).isTrue();
	}

	@Test
	void restoreLeavesASliceToBeChecked() {
		this.table.restore(0, 17);
		assertThat(this.table.isPresent(0)).isTrue();
		assertThat(this.table.isChecked(0)).isFalse();
		assertThat(this.table.volatileSlices().isEmpty()).isTrue();
		this.table.check(0);
		assertThat(this.table.isChecked(0)).isTrue();
		this.table.distrust(0);
		assertThat(this.table.isChecked(0)).isFalse();
	}

	@Test
	void checkWhenASliceWasDroppedDoesNotBringItBack() {
		this.table.restore(0, 17);
		this.table.drop(0);
		this.table.check(0);
		assertThat(this.table.isPresent(0)).isFalse();
		assertThat(this.table.presentBytes()).isZero();
	}

	@Test
	void settleWhenASliceWasDroppedMeanwhileDoesNotVouchForIt() {
		this.table.add(0, 17);
		this.table.add(1, 17);
		BitSet fresh = this.table.volatileSlices();
		this.table.drop(0);
		this.table.settle(fresh);
		assertThat(this.table.durableWith(new BitSet()).stream()).containsExactly(1);
	}

	@Test
	void doubtDropsAllButWhatIsDurable() {
		this.table.restore(0, 17);
		this.table.add(1, 17);
		this.table.doubt();
		assertThat(this.table.isPresent(0)).isTrue();
		assertThat(this.table.isPresent(1)).isFalse();
		assertThat(this.table.add(1, 17)).isTrue();
	}

	@Test
	void doubtHasASliceOnItsWayComeAgain() {
		this.table.touch(0);
		this.table.doubt();
		assertThat(this.table.add(0, 17)).isFalse();
		assertThat(this.table.isPresent(0)).isFalse();
		assertThat(this.table.add(0, 17)).isTrue();
		assertThat(this.table.isPresent(0)).isTrue();
	}

}
