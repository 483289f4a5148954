package cellar.gateway.index;

import org.junit.jupiter.api.Test;

import cellar.gateway.disk.FileName;

import static org.assertj.core.api.Assertions.assertThat;

class VariantsTests {

	private static final Key OBJECT = Key.of(new Key.Space("/", "source"), "a");

	private static final long BLOCK = 4096;

	private final Index index = new Index(10 * BLOCK, Pins.NONE);

	@Test
	void variantsAreThoseThatThereAreEntriesOf() {
		put(OBJECT, 1);
		Entry first = put(OBJECT.variant("x 1"), 1);
		Entry second = put(OBJECT.variant("x 2"), 1);
		put(OBJECT.variant("x 1"), 1);
		assertThat(this.index.variants(OBJECT)).containsExactly(first.key(), second.key());
		this.index.remove(second);
		assertThat(this.index.variants(OBJECT)).containsExactly(first.key());
	}

	@Test
	void variantsAreKnownOfWhatWasFoundOnDisk() {
		this.index.restore(entry(OBJECT.variant("x 1"), 1));
		assertThat(this.index.variants(OBJECT)).containsExactly(OBJECT.variant("x 1"));
	}

	@Test
	void variantThatHadToGoIsForgotten() {
		put(OBJECT.variant("x 1"), 5);
		put(OBJECT.variant("x 2"), 5);
		this.index.reserve(BLOCK, 0);
		assertThat(this.index.variants(OBJECT)).containsExactly(OBJECT.variant("x 2"));
	}

	@Test
	void keysOfVariantsAreOfTheirObjectButNotTheSame() {
		Key variant = OBJECT.variant("x 1");
		assertThat(variant).isNotEqualTo(OBJECT).isNotEqualTo(OBJECT.variant("x 2")).isEqualTo(OBJECT.variant("x 1"));
		assertThat(variant.whole()).isEqualTo(OBJECT);
		assertThat(variant.variant("x 2")).isEqualTo(OBJECT.variant("x 2"));
		assertThat(variant.object()).isEqualTo("a");
		assertThat(variant.fileHash()).isNotEqualTo(OBJECT.fileHash());
		assertThat(new Selection("/", "a").matches(variant)).isTrue();
	}

	private Entry put(Key key, int blocks) {
		Entry entry = entry(key, blocks);
		this.index.put(entry, 0);
		return entry;
	}

	private static Entry entry(Key key, int blocks) {
		return new Entry(key, new FileName(key.fileHash(), 1, 1, 512), blocks * BLOCK);
	}

}
