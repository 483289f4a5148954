package cellar.gateway.disk;

import java.util.BitSet;

/**
 * What the disk has of a body: which slices take up space on it, and which of them would
 * survive a crash. Guarded by the lock of the table.
 */
final class DurableSlices {

	private final Slicing slicing;

	private final BitSet durable = new BitSet();

	private final BitSet touched = new BitSet();

	/** Slices on their way of which the disk may have lost bytes. */
	private final BitSet doubted = new BitSet();

	DurableSlices(Slicing slicing) {
		this.slicing = slicing;
	}

	/**
	 * Marks a slice whose bytes are about to be written. From then on they take up disk
	 * space, come what may.
	 * @param slice the slice
	 */
	void touch(int slice) {
		this.touched.set(slice);
	}

	boolean isTouched(int slice) {
		return this.touched.get(slice);
	}

	/**
	 * Marks a slice that would survive a crash.
	 * @param slice the slice
	 */
	void settle(int slice) {
		this.durable.set(slice);
	}

	boolean isDurable(int slice) {
		return this.durable.get(slice);
	}

	/**
	 * Marks a slice that will not survive a crash.
	 * @param slice the slice
	 */
	void drop(int slice) {
		this.durable.clear(slice);
	}

	/**
	 * Marks a slice on its way of which the disk may have lost bytes, if it has any.
	 * @param slice the slice
	 */
	void doubt(int slice) {
		this.doubted.set(slice, this.touched.get(slice));
	}

	/**
	 * Ends the doubt about a slice, all of whose bytes have been written.
	 * @param slice the slice
	 * @return whether there was any
	 */
	boolean endDoubt(int slice) {
		boolean doubted = this.doubted.get(slice);
		this.doubted.clear(slice);
		return doubted;
	}

	/**
	 * Returns the slices that would survive a crash if some more did.
	 * @param more numbers of slices
	 * @return numbers of all such slices
	 */
	BitSet with(BitSet more) {
		BitSet slices = (BitSet) this.durable.clone();
		slices.or(more);
		return slices;
	}

	/**
	 * Returns how much disk space the body takes up.
	 * @return bytes in whole blocks
	 */
	long footprint() {
		return this.touched.stream().mapToLong(this.slicing::footprint).sum();
	}

}
