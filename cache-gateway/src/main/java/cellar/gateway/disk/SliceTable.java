package cellar.gateway.disk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.BitSet;

/**
 * Which slices of a body are there. Anybody may look at any time without a lock; what is
 * seen as there has been written before.
 */
public final class SliceTable {

	private static final VarHandle STATE = MethodHandles.arrayElementVarHandle(byte[].class);

	private static final byte ABSENT = 0;

	private static final byte UNCHECKED = 1;

	private static final byte CHECKED = 2;

	private final Slicing slicing;

	private final byte[] states;

	private final int[] checksums;

	private final DurableSlices durable;

	private volatile int missing;

	private long presentBytes;

	/**
	 * Makes the table of a body of which nothing is there.
	 * @param length bytes of the body, 0 or more
	 * @param sliceSize bytes of each slice but the last, at least 1
	 */
	public SliceTable(long length, int sliceSize) {
		this(new Slicing(length, sliceSize));
	}

	SliceTable(Slicing slicing) {
		int count = Math.toIntExact(slicing.count());
		this.slicing = slicing;
		this.durable = new DurableSlices(slicing);
		this.states = new byte[count];
		this.checksums = new int[count];
		this.missing = count;
	}

	public Slicing slicing() {
		return this.slicing;
	}

	public long length() {
		return this.slicing.length();
	}

	public int count() {
		return this.states.length;
	}

	public int slice(long position) {
		return this.slicing.slice(position);
	}

	public long start(int slice) {
		return this.slicing.start(slice);
	}

	public long end(int slice) {
		return this.slicing.end(slice);
	}

	public boolean isPresent(int slice) {
		return state(slice) != ABSENT;
	}

	/**
	 * Returns whether the bytes of a slice are known to be those that were stored: they
	 * were written or compared with their checksum since the start.
	 * @param slice the slice
	 * @return whether they may leave without another look
	 */
	public boolean isChecked(int slice) {
		return state(slice) == CHECKED;
	}

	private byte state(int slice) {
		return (byte) STATE.getAcquire(this.states, slice);
	}

	public int checksum(int slice) {
		return this.checksums[slice];
	}

	/**
	 * Adds a slice whose bytes have been written just now, unless the disk may have lost
	 * some of them meanwhile: then it has to come again.
	 * @param slice the slice
	 * @param checksum the CRC32C of its bytes
	 * @return whether it is there now
	 */
	public synchronized boolean add(int slice, int checksum) {
		if (this.durable.endDoubt(slice)) {
			return false;
		}
		put(slice, checksum, CHECKED);
		return true;
	}

	/**
	 * Adds a slice that an earlier process wrote.
	 * @param slice the slice
	 * @param checksum the CRC32C that its bytes must have
	 */
	synchronized void restore(int slice, int checksum) {
		put(slice, checksum, UNCHECKED);
		this.durable.touch(slice);
		this.durable.settle(slice);
	}

	private void put(int slice, int checksum, byte state) {
		boolean added = state(slice) == ABSENT;
		this.checksums[slice] = checksum;
		STATE.setRelease(this.states, slice, state);
		if (added) {
			this.presentBytes += this.slicing.length(slice);
			this.missing -= 1;
		}
	}

	/**
	 * Marks a slice as verified: its bytes were found to be those that were stored.
	 * @param slice the slice
	 */
	public synchronized void check(int slice) {
		if (state(slice) == UNCHECKED) {
			STATE.setRelease(this.states, slice, CHECKED);
		}
	}

	/**
	 * Marks a slice whose bytes cannot be read as they were written, so that they have to
	 * be compared again.
	 * @param slice the slice
	 */
	public synchronized void distrust(int slice) {
		STATE.compareAndSet(this.states, slice, CHECKED, UNCHECKED);
	}

	/**
	 * Drops a slice whose bytes are not those that were stored.
	 * @param slice the slice
	 */
	public synchronized void drop(int slice) {
		if (state(slice) != ABSENT) {
			this.presentBytes -= this.slicing.length(slice);
			this.missing += 1;
		}
		this.durable.drop(slice);
		STATE.setRelease(this.states, slice, ABSENT);
	}

	public boolean isComplete() {
		return this.missing == 0;
	}

	/**
	 * Returns how many bytes of the body are there.
	 * @return bytes
	 */
	public synchronized long presentBytes() {
		return this.presentBytes;
	}

	/**
	 * Marks a slice whose bytes are about to be written. From then on they take up disk
	 * space, come what may.
	 * @param slice the slice
	 */
	public synchronized void touch(int slice) {
		this.durable.touch(slice);
	}

	public synchronized boolean isTouched(int slice) {
		return this.durable.isTouched(slice);
	}

	/**
	 * Returns how much disk space the body takes up.
	 * @return bytes in whole blocks
	 */
	synchronized long footprint() {
		return this.durable.footprint();
	}

	/**
	 * Returns the slices that are there but would not survive a crash.
	 * @return their numbers
	 */
	synchronized BitSet volatileSlices() {
		BitSet slices = new BitSet();
		for (int slice = 0; slice < count(); slice++) {
			slices.set(slice, isPresent(slice) && !this.durable.isDurable(slice));
		}
		return slices;
	}

	/**
	 * Drops all that the disk was to make durable and did not. A system reports that once
	 * and goes on to give the bytes from memory, so that comparing them would prove
	 * nothing: it gives others as soon as it needs that memory for something else.
	 */
	synchronized void doubt() {
		for (int slice = 0; slice < count(); slice++) {
			if (!isPresent(slice)) {
				this.durable.doubt(slice);
			}
			else if (!this.durable.isDurable(slice)) {
				drop(slice);
			}
		}
	}

	/**
	 * Returns the slices that would survive a crash if some more did.
	 * @param more numbers of slices
	 * @return numbers of all such slices
	 */
	synchronized BitSet durableWith(BitSet more) {
		return this.durable.with(more);
	}

	/**
	 * Marks slices that would survive a crash by now.
	 * @param slices their numbers
	 */
	synchronized void settle(BitSet slices) {
		// One of them may have been dropped meanwhile.
		slices.stream().filter(this::isPresent).forEach(this.durable::settle);
	}

}
