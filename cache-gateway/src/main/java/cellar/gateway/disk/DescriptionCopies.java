package cellar.gateway.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The two copies of a description in a file, written in turn: while one of them is being
 * written, and may be torn, the other one counts.
 */
final class DescriptionCopies {

	private final FileName name;

	private final LeasedChannel file;

	DescriptionCopies(FileName name, LeasedChannel file) {
		this.name = name;
		this.file = file;
	}

	/**
	 * Reads the copy that was written last.
	 * @return what it says
	 * @throws DamagedFileException if the file is not what its name says
	 * @throws UnreadableFileException if the disk does not give back what it says
	 * @throws ClosedChannelException if somebody else has closed the file
	 */
	Description newest() throws IOException {
		if (!this.name.isPlausible()) {
			throw new DamagedFileException("The name sets aside more than a description takes");
		}
		Description newest = null;
		IOException trouble = null;
		for (int copy = 0; copy < 2; copy++) {
			try {
				Description description = Description.decode(this.name, read(copy));
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
		return (newest != null) ? newest : fail(trouble);
	}

	private static Description fail(@Nullable IOException trouble) throws IOException {
		throw (trouble instanceof DamagedFileException damaged) ? damaged
				: new UnreadableFileException(Objects.requireNonNull(trouble));
	}

	private ByteBuffer read(int copy) throws IOException {
		long position = this.name.position(copy);
		// A name may promise more than there is.
		long most = Math.clamp(this.file.channel().size() - position, 0, this.name.room());
		ByteBuffer bytes = ByteBuffer.allocate((int) most);
		while (bytes.hasRemaining() && this.file.channel().read(bytes, position + bytes.position()) >= 0) {
			continue;
		}
		return bytes.flip();
	}

	/**
	 * Writes over the older copy.
	 * @param sequence how many were written before
	 * @param description what to write
	 * @throws IOException if it was not all written, or is too long
	 */
	void write(long sequence, ByteBuffer description) throws IOException {
		if (description.remaining() > this.name.room()) {
			throw new IOException("The description has outgrown its room");
		}
		this.file.write(description, this.name.position((int) (sequence % 2)));
	}

}
