package cellar.catalog.inspection;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * The GUID partition table of a disk (UEFI 2.10, section 5.3).
 *
 * @param sectorSize bytes
 * @param lastSector where the copy of the table stands, which ends the disk
 */
record PartitionTable(int sectorSize, long lastSector) {

	private static final long MARK = 0x5452415020494645L;

	static Optional<PartitionTable> in(byte[] head) {
		return in(head, 512).or(() -> in(head, 4096));
	}

	private static Optional<PartitionTable> in(byte[] head, int sectorSize) {
		if (head.length < sectorSize + 92) {
			return Optional.empty();
		}
		ByteBuffer header = ByteBuffer.wrap(head, sectorSize, 92).slice().order(ByteOrder.LITTLE_ENDIAN);
		return (header.getLong(0) == MARK) ? Optional.of(new PartitionTable(sectorSize, header.getLong(32)))
				: Optional.empty();
	}

	void check(long size) {
		if (Long.compareUnsigned(this.lastSector, size / this.sectorSize) >= 0) {
			throw new RefusedException(Refusal.TRUNCATED,
					"The disk ends before the copy of its partition table; send the whole file");
		}
	}

}
