package cellar.gateway.slice;

import java.util.BitSet;
import java.util.zip.Checksum;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.ChecksumAlgorithm;
import cellar.gateway.checksum.PartsChecksum;
import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.ChecksumMismatchException;
import cellar.gateway.origin.Proof;

/**
 * Proves an object that comes in slices from their checksums, whatever their order,
 * before the last of them is given away.
 */
final class SliceProof {

	private final SliceTable slices;

	private final BitSet known = new BitSet();

	private long[] checksums = {};

	private volatile @Nullable Proof proof;

	SliceProof(SliceTable slices) {
		this.slices = slices;
	}

	/**
	 * Hears what the object must come to. It is of use only where that follows from
	 * slices; else only a body in order can be proved.
	 * @param expected the proof, if there is one
	 */
	synchronized void expect(@Nullable Proof expected) {
		if (expected != null && expected.checksum().algorithm().isCombinable()) {
			this.checksums = isOfTable(expected) ? this.checksums : new long[this.slices.count()];
			this.proof = expected;
		}
	}

	private static boolean isOfTable(Proof proof) {
		return proof.checksum().algorithm() == ChecksumAlgorithm.CRC32C;
	}

	/**
	 * Begins a checksum that a slice is needed of.
	 * @return the checksum, or {@code null} if that of the table is enough
	 */
	@Nullable Checksum part() {
		Proof expected = this.proof;
		return (expected != null && !isOfTable(expected)) ? expected.checksum().algorithm().part() : null;
	}

	/**
	 * Hears of a slice that has come whole.
	 * @param slice the slice
	 * @param checksum what {@link #part()} came to
	 */
	synchronized void add(int slice, long checksum) {
		this.checksums[slice] = checksum;
		this.known.set(slice);
	}

	/**
	 * Compares the object if it is complete with one more slice.
	 * @param slice the slice
	 * @param crc32c its checksum
	 * @throws ChecksumMismatchException if it is not what the origin says that it is
	 */
	synchronized void check(int slice, int crc32c) throws ChecksumMismatchException {
		Proof expected = this.proof;
		if (expected == null || this.slices.isPresent(slice)
				|| this.slices.presentBytes() + length(slice) < this.slices.length()) {
			return;
		}
		boolean ofTable = isOfTable(expected);
		if (!ofTable && this.known.cardinality() < this.slices.count()) {
			// Some came before it was known what they would be needed for.
			return;
		}
		PartsChecksum whole = new PartsChecksum(expected.checksum().algorithm());
		for (int part = 0; part < this.slices.count(); part++) {
			int stored = (part == slice) ? crc32c : this.slices.checksum(part);
			whole.add(ofTable ? Integer.toUnsignedLong(stored) : this.checksums[part], length(part));
		}
		expected.check(whole.hex());
	}

	private long length(int slice) {
		return this.slices.end(slice) - this.slices.start(slice);
	}

}
