package cellar.gateway.index;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import cellar.gateway.disk.FileName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Index}.
 */
class IndexTests {

	private static final Key.Space SPACE = new Key.Space("/", "source");

	private static final long BLOCK = 4096;

	@Test
	void reserveWhenThereIsRoomEvictsNothing() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		put(index, "a", 4);
		assertThat(index.reserve(6 * BLOCK, 0)).isEqualTo(new Index.Grant(true, List.of()));
		assertThat(index.figures().reservedBytes()).isEqualTo(6 * BLOCK);
	}

	@Test
	void reserveWhenThereIsNoneEvictsWhatCameFirst() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry first = put(index, "first", 5);
		put(index, "second", 5);
		assertThat(index.reserve(3 * BLOCK, 0)).isEqualTo(new Index.Grant(true, List.of(first)));
		assertThat(index.get(first.key())).isNull();
		assertThat(index.figures().bytes()).isEqualTo(5 * BLOCK);
	}

	@Test
	void reserveSparesWhatWasUsed() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry used = put(index, "used", 5);
		Entry unused = put(index, "unused", 5);
		index.use(used.key());
		assertThat(index.reserve(BLOCK, 0).victims()).containsExactly(unused);
	}

	@Test
	void reserveSparesWhatIsBeingRead() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry read = put(index, "read", 10);
		read.lease();
		assertThat(index.reserve(BLOCK, 0).given()).isFalse();
		assertThat(index.figures().reservedBytes()).isZero();
		assertThat(read.release()).isTrue();
		assertThat(index.reserve(BLOCK, 0)).isEqualTo(new Index.Grant(true, List.of(read)));
	}

	@Test
	void reserveWhenTooMuchIsBeingReadEvictsNothing() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry read = put(index, "read", 4);
		Entry idle = put(index, "idle", 5);
		read.lease();
		assertThat(index.reserve(7 * BLOCK, 0)).isEqualTo(new Index.Grant(false, List.of()));
		assertThat(index.get(idle.key())).isSameAs(idle);
		assertThat(index.figures()).isEqualTo(new Index.Figures(2, 9 * BLOCK, 0, 10 * BLOCK, 0));
	}

	@Test
	void reserveWhenAllResidentsAreBeingReadTakesNewcomers() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		Entry read = put(index, "read", 90);
		read.lease();
		index.use(read.key());
		// Makes it a resident.
		assertThat(index.reserve(20 * BLOCK, 0).given()).isFalse();
		Entry newcomer = put(index, "newcomer", 5);
		assertThat(index.reserve(10 * BLOCK, 0)).isEqualTo(new Index.Grant(true, List.of(newcomer)));
	}

	@Test
	void reserveSparesWhatIsPinnedForAsLongAsOthersCanGo() {
		Index index = new Index(10 * BLOCK, (key) -> key.object().startsWith("pinned"));
		Entry pinned = put(index, "pinned", 4);
		Entry used = put(index, "used", 6);
		index.use(used.key());
		assertThat(index.reserve(BLOCK, 0).victims()).containsExactly(used);
		index.release(BLOCK);
		index.settle(used);
		assertThat(index.reserve(7 * BLOCK, 0).victims()).containsExactly(pinned);
	}

	@Test
	void reserveWhenMoreThanHalfIsPinnedTakesTheRestAsOthers() {
		Index index = new Index(10 * BLOCK, (key) -> key.object().startsWith("pinned"));
		Entry oldest = put(index, "pinned1", 3);
		put(index, "pinned2", 3);
		Entry newcomer = put(index, "other", 4);
		index.use(newcomer.key());
		assertThat(index.reserve(BLOCK, 0).victims()).containsExactly(oldest);
		assertThat(index.figures().bytes()).isEqualTo(7 * BLOCK);
	}

	@Test
	void reserveWhenMoreThanEverIsWantedEvictsNothing() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry kept = put(index, "kept", 5);
		assertThat(index.reserve(11 * BLOCK, 0)).isEqualTo(new Index.Grant(false, List.of()));
		assertThat(index.get(kept.key())).isSameAs(kept);
	}

	@Test
	void reserveThatCannotBeMetLeavesTheOrderAsItIs() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		put(index, "read", 80).lease();
		Entry used = put(index, "used", 4);
		index.use(used.key());
		Entry other = put(index, "other", 4);
		assertThat(index.reserve(25 * BLOCK, 0).given()).isFalse();
		assertThat(index.reserve(16 * BLOCK, 0).victims()).containsExactly(other);
	}

	@Test
	void reserveWhenTheDiskIsShortEvictsThatMuch() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		List<Entry> entries = IntStream.range(0, 5).mapToObj((i) -> put(index, "e" + i, 2)).toList();
		assertThat(index.reserve(BLOCK, 3 * BLOCK).victims()).isEqualTo(entries.subList(0, 2));
	}

	@Test
	void scanOfThingsUsedOnceLeavesWhatIsUsedOften() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		List<Entry> popular = IntStream.range(0, 50).mapToObj((i) -> put(index, "popular" + i, 1)).toList();
		popular.forEach((entry) -> index.use(entry.key()));
		for (int i = 0; i < 10_000; i++) {
			index.use(popular.get(i % 50).key());
			add(index, "scan" + i, 3);
		}
		assertThat(popular).allSatisfy((entry) -> assertThat(index.get(entry.key())).isSameAs(entry));
	}

	@Test
	void scanOfThingsThatTakeLongToReadLeavesMostOfWhatWasUsedOften() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		List<Entry> popular = IntStream.range(0, 82).mapToObj((i) -> put(index, "popular" + i, 1)).toList();
		for (int use = 0; use < 3; use++) {
			popular.forEach((entry) -> index.use(entry.key()));
		}
		Deque<Entry> read = new ArrayDeque<>();
		for (int i = 0; i < 200; i++) {
			add(index, "scan" + i, 3);
			Entry scanned = index.get(Key.of(SPACE, "scan" + i));
			assertThat(scanned).isNotNull();
			scanned.lease();
			read.add(scanned);
			if (read.size() > 6) {
				read.remove().release();
			}
		}
		assertThat(popular.stream().filter((entry) -> index.get(entry.key()) == entry)).hasSizeGreaterThan(60);
	}

	@Test
	void putInThePlaceOfAnotherCountsOneOfThem() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		Entry older = put(index, "same", 5);
		Entry newer = entry("same", 7);
		assertThat(index.put(newer, 0)).isSameAs(older);
		assertThat(index.figures().bytes()).isEqualTo(7 * BLOCK);
		index.settle(older);
		assertThat(index.figures().reservedBytes()).isZero();
		assertThat(index.remove(older)).isFalse();
		assertThat(index.get(newer.key())).isSameAs(newer);
	}

	@Test
	void restoreWhenThereIsANewerOneKeepsThat() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		Entry newer = put(index, "same", 5);
		assertThat(index.restore(entry("same", 7))).isFalse();
		assertThat(index.get(newer.key())).isSameAs(newer);
	}

	@Test
	void resizeCountsWhatAnEntryHasGrownTo() {
		Index index = new Index(100 * BLOCK, Pins.NONE);
		Entry growing = put(index, "growing", 1);
		index.reserve(4 * BLOCK, 0);
		index.grow(growing, 4 * BLOCK);
		assertThat(index.figures()).isEqualTo(new Index.Figures(1, 5 * BLOCK, 0, 100 * BLOCK, 0));
	}

	@Test
	void removedEntryCountsAndGrowsUntilItIsSettled() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry read = put(index, "read", 4);
		read.lease();
		assertThat(index.remove(read)).isTrue();
		assertThat(index.reserve(6 * BLOCK)).isTrue();
		index.grow(read, 2 * BLOCK);
		assertThat(index.figures()).isEqualTo(new Index.Figures(0, 0, 10 * BLOCK, 10 * BLOCK, 0));
		assertThat(index.reserve(BLOCK)).isFalse();
		index.settle(read);
		index.settle(read);
		assertThat(index.figures().reservedBytes()).isEqualTo(4 * BLOCK);
	}

	@Test
	void evictedEntryCannotBeLeasedAndCountsUntilItIsSettled() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry victim = put(index, "victim", 10);
		assertThat(index.reserve(BLOCK, 0).victims()).containsExactly(victim);
		assertThat(victim.lease()).isFalse();
		assertThat(index.reserve(BLOCK)).isFalse();
		index.settle(victim);
		assertThat(index.reserve(BLOCK)).isTrue();
	}

	@Test
	void entryThatIsSparedInTheEndCanBeLeased() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry read = put(index, "read", 4);
		Entry idle = put(index, "idle", 5);
		read.lease();
		assertThat(index.reserve(7 * BLOCK, 0).given()).isFalse();
		assertThat(idle.lease()).isTrue();
	}

	@Test
	void entryThatIsPutAsideIsNeverFound() {
		Index index = new Index(10 * BLOCK, Pins.NONE);
		Entry aside = entry("aside", 4);
		index.reserve(4 * BLOCK);
		index.putAside(aside, 4 * BLOCK);
		assertThat(index.get(aside.key())).isNull();
		assertThat(index.figures().reservedBytes()).isEqualTo(4 * BLOCK);
		index.settle(aside);
		assertThat(index.figures().reservedBytes()).isZero();
	}

	@Test
	void neverHoldsMoreThanItsBound() {
		Index index = new Index(50 * BLOCK, Pins.NONE);
		for (int i = 0; i < 1000; i++) {
			add(index, "e" + i % 77, 1 + i % 13);
			Index.Figures figures = index.figures();
			assertThat(figures.bytes() + figures.reservedBytes()).isLessThanOrEqualTo(50 * BLOCK);
		}
		assertThat(index.figures().entries()).isPositive();
	}

	private static Entry put(Index index, String name, int blocks) {
		Entry entry = entry(name, blocks);
		index.put(entry, 0);
		return entry;
	}

	private static void add(Index index, String name, int blocks) {
		Index.Grant grant = index.reserve(blocks * BLOCK, 0);
		grant.victims().forEach(index::settle);
		if (grant.given()) {
			Entry replaced = index.put(entry(name, blocks), blocks * BLOCK);
			if (replaced != null) {
				index.settle(replaced);
			}
		}
	}

	private static Entry entry(String name, int blocks) {
		Key key = Key.of(SPACE, name);
		return new Entry(key, new FileName(key.fileHash(), 1, 1, 512), blocks * BLOCK);
	}

}
