package cellar.gateway.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What of a file survives a crash: the bytes reach the disk before the description that
 * vouches for them, and the description before the name that it is found under.
 */
final class Durability {

	private final ReentrantLock saving = new ReentrantLock();

	private final CacheDirectory directory;

	private final FileName name;

	private final LeasedChannel file;

	private final SliceTable slices;

	private final DescriptionCopies copies;

	private long sequence;

	private volatile boolean named;

	/** Whether nobody may find it by its name any more. */
	private volatile boolean retired;

	/** Whether the name survives a crash. */
	private boolean lasting;

	/**
	 * Describes what survives by now.
	 * @param directory where the file is
	 * @param name what it is or will be called
	 * @param file the open file
	 * @param slices what it holds
	 * @param sequence how often it was saved
	 */
	Durability(CacheDirectory directory, FileName name, LeasedChannel file, SliceTable slices, long sequence) {
		this.directory = directory;
		this.name = name;
		this.file = file;
		this.slices = slices;
		this.copies = new DescriptionCopies(name, file);
		this.sequence = sequence;
		this.named = sequence > 0;
		this.lasting = this.named;
	}

	/**
	 * Makes all slices that are there durable, together with what the owner wants to know
	 * again. Does nothing once the file is retired.
	 * @param content gives what the owner wants to know again, as of when it is written
	 * @throws IOException if that failed; then what was durable before still is
	 */
	void save(Supplier<byte[]> content) throws IOException {
		this.saving.lock();
		try {
			if (this.retired) {
				return;
			}
			BitSet fresh = this.slices.volatileSlices();
			if (!fresh.isEmpty()) {
				force(false);
			}
			ByteBuffer description = Description.encode(this.name, this.sequence + 1, this.slices,
					this.slices.durableWith(fresh), content.get());
			this.copies.write(this.sequence, description);
			force(true);
			this.sequence++;
			giveName();
			this.slices.settle(fresh);
		}
		finally {
			this.saving.unlock();
		}
	}

	private void force(boolean metaData) throws IOException {
		try {
			this.file.channel().force(metaData);
		}
		catch (IOException ex) {
			this.slices.doubt();
			throw ex;
		}
	}

	private void giveName() throws IOException {
		if (!this.named) {
			this.directory.rename(this.name);
			this.named = true;
		}
		if (!this.lasting) {
			this.directory.sync(this.name.hash());
			this.lasting = true;
		}
	}

	boolean isNamed() {
		return this.named;
	}

	/** Waits for a save that is under way, and has none come after it. */
	void retire() {
		this.saving.lock();
		try {
			this.retired = true;
		}
		finally {
			this.saving.unlock();
		}
	}

	boolean isRetired() {
		return this.retired;
	}

}
