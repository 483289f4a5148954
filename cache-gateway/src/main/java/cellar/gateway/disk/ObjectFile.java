package cellar.gateway.disk;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * The open file of one version of an object. It stays open until everybody who leased it
 * has let go, whatever happens to its name meanwhile.
 */
public final class ObjectFile {

	private static final int CHUNK = 256 * 1024;

	private final ReentrantLock saving = new ReentrantLock();

	private final CacheDirectory directory;

	private final FileName name;

	private final LeasedChannel leased;

	private final FileChannel channel;

	private final SliceTable slices;

	private long sequence;

	private volatile boolean named;

	/** Whether nobody may find it by its name any more. */
	private volatile boolean retired;

	/** Whether the name survives a crash. */
	private boolean lasting;

	private ObjectFile(CacheDirectory directory, FileName name, LeasedChannel leased, SliceTable slices,
			long sequence) {
		this.directory = directory;
		this.name = name;
		this.leased = leased;
		this.channel = leased.channel();
		this.slices = slices;
		this.sequence = sequence;
		this.named = sequence > 0;
		this.lasting = this.named;
	}

	/**
	 * Takes over a file that nobody finds yet.
	 * @param directory where it is
	 * @param name what it will be called
	 * @param leased the open file, with a lease that goes over to this
	 * @param slices what it holds
	 * @return the file
	 */
	static ObjectFile unnamed(CacheDirectory directory, FileName name, LeasedChannel leased, SliceTable slices) {
		return new ObjectFile(directory, name, leased, slices, 0);
	}

	/**
	 * Reads what a file says of itself.
	 * @param directory where it is
	 * @param name what it is called
	 * @param channel the open file
	 * @return the file, with a lease for the caller, and its content
	 * @throws DamagedFileException if it is not what its name says
	 * @throws UnreadableFileException if the disk does not give back what it says
	 * @throws ClosedChannelException if somebody else has closed it
	 */
	static Found read(CacheDirectory directory, FileName name, FileChannel channel) throws IOException {
		if (!name.isPlausible()) {
			throw new DamagedFileException("The name sets aside more than a description takes");
		}
		Description newest = null;
		IOException trouble = null;
		for (int copy = 0; copy < 2; copy++) {
			try {
				Description description = Description.decode(name, read(channel, name.position(copy), name.room()));
				newest = (newest == null || description.sequence() > newest.sequence()) ? description : newest;
			}
			catch (ClosedChannelException ex) {
				// It is the reader who is told to end.
				throw ex;
			}
			catch (IOException ex) {
				// A copy that cannot be read may still be a good one.
				trouble = (trouble == null || trouble instanceof DamagedFileException) ? ex : trouble;
			}
		}
		if (newest == null) {
			throw (trouble instanceof DamagedFileException damaged) ? damaged
					: new UnreadableFileException(Objects.requireNonNull(trouble));
		}
		return new Found(
				new ObjectFile(directory, name, new LeasedChannel(channel), newest.slices(), newest.sequence()),
				newest.content());
	}

	private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
		// A name may promise more than there is.
		long most = Math.clamp(channel.size() - position, 0, length);
		ByteBuffer bytes = ByteBuffer.allocate((int) most);
		while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
			continue;
		}
		return bytes.flip();
	}

	/**
	 * Returns how much disk space the file takes up.
	 * @return bytes in whole blocks
	 */
	public long footprint() {
		return this.slices.footprint() + this.name.overhead();
	}

	public FileName name() {
		return this.name;
	}

	public SliceTable slices() {
		return this.slices;
	}

	/**
	 * Returns the open file, for the kernel to send from.
	 * @return the file, which stays open for as long as somebody has a lease
	 */
	public LeasedChannel channel() {
		return this.leased;
	}

	/**
	 * Writes bytes of the body.
	 * @param bytes the bytes
	 * @param position offset in the body
	 * @throws IOException if they were not all written
	 */
	public void write(ByteBuffer bytes, long position) throws IOException {
		long at = position;
		while (bytes.hasRemaining()) {
			at += this.channel.write(bytes, at);
		}
	}

	/**
	 * Compares a slice with its checksum, unless that was done before. One that differs
	 * or cannot be read is dropped.
	 * @param slice a slice that is present
	 * @return whether its bytes are those that were stored
	 */
	public boolean verify(int slice) {
		return this.slices.isChecked(slice) || compare(slice);
	}

	/**
	 * Compares a slice with its checksum, even if that was done before. One that differs
	 * or cannot be read is dropped.
	 * @param slice a slice that is present
	 * @return whether its bytes are those that were stored
	 */
	public boolean compare(int slice) {
		try {
			if (checksum(slice) == this.slices.checksum(slice)) {
				this.slices.check(slice);
				return this.slices.isChecked(slice);
			}
		}
		catch (IOException ex) {
			// What cannot be read is as bad as what is wrong.
		}
		this.slices.drop(slice);
		return false;
	}

	private int checksum(int slice) throws IOException {
		CRC32C checksum = new CRC32C();
		// Given back at once, which the garbage collector may be late with.
		try (Arena arena = Arena.ofConfined()) {
			ByteBuffer buffer = arena.allocate(CHUNK).asByteBuffer();
			long end = this.slices.end(slice);
			for (long position = this.slices.start(slice); position < end;) {
				buffer.clear().limit((int) Math.min(CHUNK, end - position));
				int read = this.channel.read(buffer, position);
				if (read < 0) {
					throw new EOFException("The file ends within a slice");
				}
				checksum.update(buffer.flip());
				position += read;
			}
		}
		return (int) checksum.getValue();
	}

	/**
	 * Makes all slices that are there durable, together with what the owner wants to know
	 * again. The bytes reach the disk before the description that vouches for them, and
	 * the description before the name that it is found under. Does nothing once it is
	 * retired.
	 * @param content gives what the owner wants to know again, as of when it is written
	 * @throws IOException if that failed; then what was durable before still is
	 */
	public void save(Supplier<byte[]> content) throws IOException {
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
			if (description.remaining() > this.name.room()) {
				throw new IOException("The description has outgrown its room");
			}
			write(description, this.name.position((int) (this.sequence % 2)));
			force(true);
			this.sequence++;
			if (!this.named) {
				this.directory.rename(this.name);
				this.named = true;
			}
			if (!this.lasting) {
				this.directory.sync(this.name.hash());
				this.lasting = true;
			}
			this.slices.settle(fresh);
		}
		finally {
			this.saving.unlock();
		}
	}

	private void force(boolean metaData) throws IOException {
		try {
			this.channel.force(metaData);
		}
		catch (IOException ex) {
			this.slices.doubt();
			throw ex;
		}
	}

	/**
	 * Returns whether it has a name that it is found by, and so survives being closed.
	 * @return whether it was saved at least once
	 */
	public boolean isNamed() {
		return this.named;
	}

	/**
	 * Returns whether the owner's content can be saved.
	 * @param content bytes of it
	 * @return whether the room that was set aside is large enough
	 */
	public boolean hasRoomFor(int content) {
		return Description.size(this.slices.count(), content) <= this.name.room();
	}

	/**
	 * Has it never be saved again, after a save that is under way, so that it stays
	 * deleted once it is. Who has it open can go on with it.
	 */
	public void retire() {
		this.saving.lock();
		try {
			this.retired = true;
		}
		finally {
			this.saving.unlock();
		}
	}

	/**
	 * Returns whether nobody may find it by its name any more.
	 * @return whether it is retired
	 */
	public boolean isRetired() {
		return this.retired;
	}

	/**
	 * A file that was there.
	 *
	 * @param file the file, leased to the caller
	 * @param content what its owner wanted to know again
	 */
	public record Found(ObjectFile file, byte[] content) {

	}

}
