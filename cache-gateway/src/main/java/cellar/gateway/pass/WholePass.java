package cellar.gateway.pass;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.slice.FillLimits;
import cellar.gateway.slice.NotStoredException;
import cellar.gateway.slice.Span;

/**
 * A body that comes from its first byte to its last in one answer of the origin, because
 * it is small, because its length is not known yet, or because a part of it could not be
 * told from that of another version. Any number of readers get the bytes as they arrive.
 */
public final class WholePass {

	private static final Logger logger = LoggerFactory.getLogger(WholePass.class);

	private static final int CHUNK = 128 * 1024;

	private final PassReaders readers;

	private final SliceChecksums checksums;

	private final FileChannel channel;

	private final long expected;

	private final int sliceSize;

	private final FillLimits limits;

	private final Room room;

	/** Used by the thread that copies only, as is the next one. */
	private long written;

	private boolean outgrown;

	/**
	 * Prepares for a body.
	 * @param channel an empty file
	 * @param expected bytes of the body, or -1 if that is not known
	 * @param sliceSize bytes of each slice that it is checked by
	 * @param limits from which share on a body of more than one slice is fetched for
	 * nobody
	 * @param room where space for it comes from
	 */
	public WholePass(FileChannel channel, long expected, int sliceSize, FillLimits limits, Room room) {
		this.channel = channel;
		this.readers = new PassReaders(channel);
		this.expected = expected;
		this.sliceSize = sliceSize;
		this.checksums = new SliceChecksums(sliceSize);
		this.limits = limits;
		this.room = room;
	}

	/**
	 * Copies the body, at the pace of the origin. Once nobody reads it is given up,
	 * unless so much is there that the rest is worth having.
	 * @param body the bytes, which go over to this
	 * @return what was copied, or {@code null} if it did not come whole
	 */
	public @Nullable SliceTable run(OriginBody body) {
		Rest refused;
		SliceTable table;
		try {
			refused = copy(body);
			this.outgrown = refused != null;
			table = this.outgrown ? null : this.checksums.table();
		}
		catch (IOException ex) {
			end(body, ex, null);
			return null;
		}
		catch (RuntimeException | Error ex) {
			end(body, new IOException("The fetch failed unexpectedly", ex), null);
			throw ex;
		}
		end(body, this.outgrown ? new NotStoredException("There is no room in the cache") : null, refused);
		return table;
	}

	private void end(OriginBody body, @Nullable IOException cause, @Nullable Rest refused) {
		if (!this.readers.end(cause, refused)) {
			body.close();
		}
	}

	/**
	 * Returns whether the body did not find room, so that some of its readers had to be
	 * given up; to be called by the thread that has copied it.
	 * @return whether the disk took no more
	 */
	public boolean hasOutgrownItsRoom() {
		return this.outgrown;
	}

	/**
	 * Copies until the end, or until the disk takes no more.
	 * @param body the bytes
	 * @return what the disk did not take
	 * @throws IOException if the body is not whole, or nobody wants it any more
	 */
	private @Nullable Rest copy(OriginBody body) throws IOException {
		byte[] chunk = new byte[CHUNK];
		for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
			if (this.expected >= 0 && this.written + read > this.expected) {
				throw new IOException("The origin gave more than it announced");
			}
			if (!write(chunk, read)) {
				return new Rest(this.written, new UnstoredRest(Arrays.copyOf(chunk, read), body));
			}
			this.checksums.update(chunk, read);
			advance(read);
		}
		if (this.expected >= 0 && this.written != this.expected) {
			throw new IOException("The origin gave %d of %d bytes".formatted(this.written, this.expected));
		}
		return null;
	}

	private boolean write(byte[] chunk, int length) {
		if (!this.room.covers(this.written + length)) {
			return false;
		}
		try {
			ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
			while (bytes.hasRemaining()) {
				this.channel.write(bytes, this.written + bytes.position());
			}
			this.room.wrote(this.written + length);
			return true;
		}
		catch (IOException ex) {
			logger.atWarn().addKeyValue("cause", ex.toString()).log("Cache file cannot be written");
			return false;
		}
	}

	private void advance(int length) throws IOException {
		this.written += length;
		if (!this.readers.advance(this.written) && !isWorthFinishing()) {
			throw new IOException("Nobody waits for the rest");
		}
	}

	private boolean isWorthFinishing() {
		return this.expected >= 0
				&& (this.expected <= this.sliceSize || this.limits.areWorthTheRest(this.written, this.expected));
	}

	/**
	 * Returns whether the body has not come whole.
	 * @return whether there is more of it than will come
	 */
	public boolean isBroken() {
		return this.readers.areBroken();
	}

	/**
	 * Adds a reader, who has to leave again.
	 */
	public void join() {
		this.readers.join();
	}

	/**
	 * Called when a reader needs no more.
	 */
	public void leave() {
		this.readers.leave();
	}

	/**
	 * Hands what the disk did not take over to a reader. There is only one of it, so that
	 * others get nothing. Of a body that proved wrong everybody gets a rest that fails,
	 * as bytes from a new request would make it look complete.
	 * @param position offset of the first byte that the reader wants
	 * @return the rest, to be closed by the reader, or {@code null} if there is none that
	 * has this byte
	 */
	public @Nullable Rest takeRest(long position) {
		return this.readers.takeRest(position);
	}

	/**
	 * Finds the next bytes.
	 * @param position offset of the first byte
	 * @param end offset of the first byte that is not wanted
	 * @return some of the bytes, or nothing at the end of the body; exceptionally a
	 * {@link NotStoredException} if the rest has to be had without the cache, or another
	 * {@link IOException} if it cannot be had
	 */
	public CompletableFuture<Optional<Span>> next(long position, long end) {
		return this.readers.next(position, end);
	}

	/**
	 * What the disk did not take.
	 *
	 * @param position offset of the first byte
	 * @param body that byte and all after it
	 */
	public record Rest(long position, OriginBody body) {

	}

	/**
	 * Where space for a body comes from whose length may be unknown.
	 */
	@FunctionalInterface
	public interface Room {

		/**
		 * Finds space before it is written to.
		 * @param length bytes of the body so far
		 * @return whether there is space for them
		 */
		boolean covers(long length);

		/**
		 * Called when bytes have been written.
		 * @param length bytes of the body so far
		 */
		default void wrote(long length) {
		}

	}

}
