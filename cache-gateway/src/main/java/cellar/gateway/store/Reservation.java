package cellar.gateway.store;

import cellar.gateway.disk.Blocks;
import cellar.gateway.disk.FileName;
import cellar.gateway.disk.Slicing;
import cellar.gateway.pass.WholePass;

/**
 * Disk space promised to one body, until it is an entry or given up.
 */
public final class Reservation implements WholePass.Room, AutoCloseable {

	private static final long STEP = 4L << 20;

	private final Space space;

	private final int sliceSize;

	private final int content;

	private final long most;

	private long bytes;

	private long written;

	/**
	 * Promises nothing yet.
	 * @param space where space comes from
	 * @param sliceSize bytes of a slice
	 * @param content bytes of the head
	 * @param most bytes of the body for which there may be space
	 */
	Reservation(Space space, int sliceSize, int content, long most) {
		this.most = most;
		this.space = space;
		this.sliceSize = sliceSize;
		this.content = content;
	}

	/**
	 * Finds space for the file of a body of which nothing is there.
	 * @param length bytes of the body
	 * @return whether there is any
	 */
	boolean coversEmpty(long length) {
		return take(overhead(length));
	}

	@Override
	public boolean covers(long length) {
		if (length > this.most) {
			return this.space.refuse(length);
		}
		return take(Blocks.footprint(length) + overhead(length));
	}

	/**
	 * Counts what was written, so that it is not owed any longer.
	 * @param length bytes of the body so far
	 */
	@Override
	public void wrote(long length) {
		this.space.wrote(length - this.written);
		this.written = length;
	}

	private boolean take(long wanted) {
		long more = wanted - this.bytes;
		if (more <= 0) {
			return true;
		}
		// The first time it is known how much, later it grows step by step.
		long step = (this.bytes == 0) ? more : Math.max(more, Math.min(STEP, this.most));
		boolean given = this.space.reserve(step);
		this.bytes += given ? step : 0;
		return given;
	}

	private long overhead(long length) {
		return FileName.overhead(new Slicing(length, this.sliceSize), this.content);
	}

	/**
	 * Hands the space over to an entry.
	 * @return how much it was, in bytes
	 */
	long hand() {
		long handed = this.bytes;
		this.space.wrote(-this.written);
		this.bytes = 0;
		this.written = 0;
		return handed;
	}

	@Override
	public void close() {
		this.space.release(hand());
	}

}
