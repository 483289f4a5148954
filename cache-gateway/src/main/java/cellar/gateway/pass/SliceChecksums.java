package cellar.gateway.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

import cellar.gateway.disk.SliceTable;

/**
 * The checksums of a body's slices, taken as its bytes go by.
 */
final class SliceChecksums {

	private final CRC32C current = new CRC32C();

	private final List<Integer> finished = new ArrayList<>();

	private final int sliceSize;

	private long length;

	SliceChecksums(int sliceSize) {
		this.sliceSize = sliceSize;
	}

	void update(byte[] bytes, int count) {
		int done = 0;
		while (done < count) {
			int left = (int) (this.sliceSize - this.length % this.sliceSize);
			int part = Math.min(left, count - done);
			this.current.update(bytes, done, part);
			done += part;
			this.length += part;
			if (part == left) {
				finishSlice();
			}
		}
	}

	private void finishSlice() {
		this.finished.add((int) this.current.getValue());
		this.current.reset();
	}

	/**
	 * Returns the table of the body, after its last byte.
	 * @return a table in which all slices are there
	 */
	SliceTable table() {
		if (this.length % this.sliceSize != 0) {
			finishSlice();
		}
		SliceTable table = new SliceTable(this.length, this.sliceSize);
		for (int slice = 0; slice < table.count(); slice++) {
			table.touch(slice);
			table.add(slice, this.finished.get(slice));
		}
		return table;
	}

}
