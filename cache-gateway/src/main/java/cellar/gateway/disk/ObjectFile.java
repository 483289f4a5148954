package cellar.gateway.disk;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The open file of one version of an object. It stays open until everybody who leased it
 * has let go, whatever happens to its name meanwhile.
 */
public final class ObjectFile {

	private static final int CHUNK = 256 * 1024;

	private final FileName name;

	private final LeasedChannel leased;

	private final SliceTable slices;

	private final Durability durability;

	private ObjectFile(CacheDirectory directory, FileName name, LeasedChannel leased, SliceTable slices,
			long sequence) {
		this.name = name;
		this.leased = leased;
		this.slices = slices;
		this.durability = new Durability(directory, name, leased, slices, sequence);
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
		LeasedChannel leased = new LeasedChannel(channel);
		Description newest = new DescriptionCopies(name, leased).newest();
		return new Found(new ObjectFile(directory, name, leased, newest.slices(), newest.sequence()), newest.content());
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
		this.leased.write(bytes, position);
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
			CRC32C checksum = new CRC32C();
			digest(slice, checksum);
			if ((int) checksum.getValue() == this.slices.checksum(slice)) {
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

	/**
	 * Reads a slice through a checksum.
	 * @param slice a slice whose bytes are in the file
	 * @param checksum what to add them to
	 * @throws IOException if they cannot be read
	 */
	public void digest(int slice, Checksum checksum) throws IOException {
		// Given back at once, which the garbage collector may be late with.
		try (Arena arena = Arena.ofConfined()) {
			ByteBuffer buffer = arena.allocate(CHUNK).asByteBuffer();
			long end = this.slices.end(slice);
			for (long position = this.slices.start(slice); position < end;) {
				buffer.clear().limit((int) Math.min(CHUNK, end - position));
				int read = this.leased.channel().read(buffer, position);
				if (read < 0) {
					throw new EOFException("The file ends within a slice");
				}
				checksum.update(buffer.flip());
				position += read;
			}
		}
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
		this.durability.save(content);
	}

	/**
	 * Returns whether it has a name that it is found by, and so survives being closed.
	 * @return whether it was saved at least once
	 */
	public boolean isNamed() {
		return this.durability.isNamed();
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
	 * Ends all saving, after a save that is under way, so that the file stays deleted
	 * once it is. Current readers can finish.
	 */
	public void retire() {
		this.durability.retire();
	}

	/**
	 * Returns whether nobody may find it by its name any more.
	 * @return whether it is retired
	 */
	public boolean isRetired() {
		return this.durability.isRetired();
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
