package cellar.gateway.index;

import org.junit.jupiter.api.Test;

import cellar.gateway.disk.Blocks;
import cellar.gateway.disk.FileName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Ledger}.
 */
class LedgerTests {

	private static final long BLOCK = Blocks.SIZE;

	private final Ledger ledger = new Ledger(10 * BLOCK);

	@Test
	void excessCountsWhatIsHeldAndWhatIsPromised() {
		this.ledger.promise(3 * BLOCK);
		assertThat(this.ledger.excess(2 * BLOCK, 5 * BLOCK)).isZero();
		assertThat(this.ledger.excess(3 * BLOCK, 5 * BLOCK)).isEqualTo(BLOCK);
		this.ledger.release(3 * BLOCK);
		assertThat(this.ledger.excess(2 * BLOCK, 5 * BLOCK)).isEqualTo(-3 * BLOCK);
	}

	@Test
	void lingeringEntryCountsUntilItIsSettledOnce() {
		Entry entry = entry(4);
		this.ledger.linger(entry);
		assertThat(this.ledger.heldBytes()).isEqualTo(4 * BLOCK);
		this.ledger.settle(entry);
		this.ledger.settle(entry);
		assertThat(this.ledger.heldBytes()).isZero();
	}

	@Test
	void settleWhenItDoesNotLingerChangesNothing() {
		this.ledger.linger(entry(4));
		this.ledger.settle(entry(4));
		assertThat(this.ledger.heldBytes()).isEqualTo(4 * BLOCK);
	}

	@Test
	void growOfALingeringEntryCountsUntilItIsSettled() {
		Entry entry = entry(4);
		this.ledger.linger(entry);
		this.ledger.grow(entry, 2 * BLOCK);
		assertThat(this.ledger.heldBytes()).isEqualTo(6 * BLOCK);
		this.ledger.settle(entry);
		assertThat(this.ledger.heldBytes()).isZero();
	}

	@Test
	void growOfASettledEntryCountsNothing() {
		Entry entry = entry(4);
		this.ledger.grow(entry, 2 * BLOCK);
		assertThat(this.ledger.heldBytes()).isZero();
		assertThat(entry.footprint()).isEqualTo(4 * BLOCK);
	}

	@Test
	void promisedBytesAreThoseOnlyThatMayNotBeWrittenYet() {
		this.ledger.promise(BLOCK);
		this.ledger.linger(entry(4));
		assertThat(this.ledger.promisedBytes()).isEqualTo(BLOCK);
		assertThat(this.ledger.heldBytes()).isEqualTo(5 * BLOCK);
	}

	private static Entry entry(int blocks) {
		Key key = Key.of(new Key.Space("/", "source"), "object");
		return new Entry(key, new FileName(key.fileHash(), 1, 1, 512), blocks * BLOCK);
	}

}
