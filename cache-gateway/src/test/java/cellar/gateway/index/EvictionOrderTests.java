package cellar.gateway.index;

import org.junit.jupiter.api.Test;

import cellar.gateway.disk.Blocks;
import cellar.gateway.disk.FileName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EvictionOrder}.
 */
class EvictionOrderTests {

	private static final long BLOCK = Blocks.SIZE;

	private final EvictionOrder order = new EvictionOrder(100 * BLOCK, Pins.NONE);

	@Test
	void evictTakesNoMoreThanIsNeeded() {
		Entry first = add("first", 3);
		Entry second = add("second", 3);
		add("third", 3);
		assertThat(this.order.evict(4 * BLOCK)).containsExactly(first, second);
		assertThat(this.order.bytes()).isEqualTo(3 * BLOCK);
	}

	@Test
	void evictWhenNothingIsNeededTakesNothing() {
		add("kept", 3);
		assertThat(this.order.evict(0)).isEmpty();
		assertThat(this.order.evict(-5 * BLOCK)).isEmpty();
	}

	@Test
	void evictWhenTooMuchIsBeingReadTakesNothing() {
		add("read", 3).lease();
		Entry idle = add("idle", 3);
		assertThat(this.order.evict(4 * BLOCK)).isNull();
		assertThat(this.order.bytes()).isEqualTo(6 * BLOCK);
		assertThat(this.order.evict(3 * BLOCK)).containsExactly(idle);
	}

	@Test
	void growCountsForEntriesThatAreThereOnly() {
		Entry entry = add("growing", 3);
		assertThat(this.order.grow(entry, 2 * BLOCK)).isTrue();
		assertThat(this.order.bytes()).isEqualTo(5 * BLOCK);
		assertThat(this.order.remove(entry)).isTrue();
		assertThat(this.order.grow(entry, 2 * BLOCK)).isFalse();
		assertThat(this.order.bytes()).isZero();
	}

	private Entry add(String name, int blocks) {
		Key key = Key.of(new Key.Space("/", "source"), name);
		Entry entry = new Entry(key, new FileName(key.fileHash(), 1, 1, 512), blocks * BLOCK);
		this.order.add(entry);
		return entry;
	}

}
