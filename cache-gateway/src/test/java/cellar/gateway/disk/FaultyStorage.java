package cellar.gateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.jspecify.annotations.Nullable;

/**
 * A file system that fails now and then, each time it is asked anew.
 */
public class FaultyStorage implements Storage {

	private final Map<Fault, Integer> percent = new EnumMap<>(Fault.class);

	private final RandomGenerator random;

	private volatile @Nullable Semaphore forces;

	/**
	 * Makes a file system without faults.
	 * @param seed decides when faults strike
	 */
	public FaultyStorage(long seed) {
		this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
	}

	/**
	 * Has calls fail from now on.
	 * @param fault in which way
	 * @param share how many of a hundred
	 */
	public synchronized void fail(Fault fault, int share) {
		this.percent.put(fault, share);
	}

	/** Has nothing fail from now on. */
	public synchronized void recover() {
		this.percent.clear();
	}

	/**
	 * Lets nothing become durable before it is permitted.
	 * @return permits, one for each time
	 */
	public Semaphore holdForces() {
		Semaphore permits = new Semaphore(0);
		this.forces = permits;
		return permits;
	}

	void force() throws IOException {
		Semaphore gate = this.forces;
		if (gate != null) {
			gate.acquireUninterruptibly();
		}
		mayFail(Fault.FORCE);
	}

	synchronized boolean strikes(Fault fault) {
		return this.random.nextInt(100) < this.percent.getOrDefault(fault, 0);
	}

	void mayFail(Fault fault) throws IOException {
		if (strikes(fault)) {
			throw new IOException("Input/output error on " + fault);
		}
	}

	@Override
	public FileChannel open(Path file, OpenOption... options) throws IOException {
		mayFail(Fault.OPEN);
		return new FaultyChannel(Storage.super.open(file, options), this);
	}

	@Override
	public void rename(Path from, Path to) throws IOException {
		mayFail(Fault.RENAME);
		Storage.super.rename(from, to);
	}

	@Override
	public void delete(Path file) throws IOException {
		mayFail(Fault.DELETE);
		Storage.super.delete(file);
	}

	@Override
	public void sync(Path directory) throws IOException {
		mayFail(Fault.FORCE);
		Storage.super.sync(directory);
	}

	/**
	 * Ways in which a disk fails.
	 */
	public enum Fault {

		/** A file cannot be opened. */
		OPEN,

		/** A read fails. */
		READ,

		/** A read gives less than there is. */
		SHORT_READ,

		/** A write gets half its bytes to the disk and fails. */
		WRITE,

		/** What was written cannot be made durable. */
		FORCE,

		/** A file does not get its name. */
		RENAME,

		/** A file cannot be deleted. */
		DELETE

	}

}
