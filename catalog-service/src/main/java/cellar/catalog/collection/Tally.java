package cellar.catalog.collection;

/**
 * What a search has counted so far.
 */
class Tally {

	private long named;

	private long young;

	private long due;

	private long dueBytes;

	private long unknown;

	private long unknownBytes;

	void addNamed() {
		this.named++;
	}

	void addYoung() {
		this.young++;
	}

	void addDue(long size) {
		this.due++;
		this.dueBytes += size;
	}

	void addUnknown(long size) {
		this.unknown++;
		this.unknownBytes += size;
	}

	void add(Tally other) {
		this.named += other.named;
		this.young += other.young;
		this.due += other.due;
		this.dueBytes += other.dueBytes;
		this.unknown += other.unknown;
		this.unknownBytes += other.unknownBytes;
	}

	long named() {
		return this.named;
	}

	long young() {
		return this.young;
	}

	long due() {
		return this.due;
	}

	long dueBytes() {
		return this.dueBytes;
	}

	long unknown() {
		return this.unknown;
	}

	long unknownBytes() {
		return this.unknownBytes;
	}

}
