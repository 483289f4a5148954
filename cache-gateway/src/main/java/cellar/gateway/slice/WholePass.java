package cellar.gateway.slice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.SliceTable;
import cellar.gateway.origin.OriginBody;

/**
 * A body that comes from its first byte to its last in one answer of the origin, because
 * it is small, because its length is not known yet, or because a part of it could not be
 * told from that of another version. Any number of readers get the bytes as they arrive.
 */
public final class WholePass {

	private static final int CHUNK = 128 * 1024;

	private final ReentrantLock lock = new ReentrantLock();

	private final Waiters waiters = new Waiters();

	private final CRC32C checksum = new CRC32C();

	private final List<Integer> checksums = new ArrayList<>();

	private final FileChannel channel;

	private final long expected;

	private final int sliceSize;

	private final Room room;

	private long written;

	private State state = State.COMING;

	private @Nullable IOException failure;

	/**
	 * Prepares for a body.
	 * @param channel an empty file
	 * @param expected bytes of the body, or -1 if that is not known
	 * @param sliceSize bytes of each slice that it is checked by
	 * @param room where space for it comes from
	 */
	public WholePass(FileChannel channel, long expected, int sliceSize, Room room) {
		this.channel = channel;
		this.expected = expected;
		this.sliceSize = sliceSize;
		this.room = room;
	}

	/**
	 * Copies the body, at the pace of the origin.
	 * @param body the bytes
	 * @return what was copied, or {@code null} if it did not come whole
	 */
	public @Nullable SliceTable run(OriginBody body) {
		IOException cause = new IOException("The fetch failed unexpectedly");
		try {
			copy(body);
			if (this.expected >= 0 && this.written != this.expected) {
				throw new IOException("The origin gave %d of %d bytes".formatted(this.written, this.expected));
			}
			cause = null;
			return table();
		}
		catch (IOException ex) {
			cause = ex;
			return null;
		}
		finally {
			end(cause);
		}
	}

	private void copy(OriginBody body) throws IOException {
		byte[] chunk = new byte[CHUNK];
		for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
			if (this.expected >= 0 && this.written + read > this.expected) {
				throw new IOException("The origin gave more than it announced");
			}
			write(chunk, read);
			checksum(chunk, read);
			advance(read);
		}
	}

	private void write(byte[] chunk, int length) throws NotStoredException {
		if (!this.room.covers(this.written + length)) {
			throw new NotStoredException("There is no room in the cache");
		}
		try {
			ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
			while (bytes.hasRemaining()) {
				this.channel.write(bytes, this.written + bytes.position());
			}
		}
		catch (IOException ex) {
			throw new NotStoredException("The cache file cannot be written", ex);
		}
	}

	private void checksum(byte[] chunk, int length) {
		int done = 0;
		while (done < length) {
			int left = (int) (this.sliceSize - (this.written + done) % this.sliceSize);
			int part = Math.min(left, length - done);
			this.checksum.update(chunk, done, part);
			done += part;
			if (part == left) {
				endSlice();
			}
		}
	}

	private void endSlice() {
		this.checksums.add((int) this.checksum.getValue());
		this.checksum.reset();
	}

	private SliceTable table() {
		if (this.written % this.sliceSize != 0) {
			endSlice();
		}
		SliceTable table = new SliceTable(this.written, this.sliceSize);
		for (int slice = 0; slice < table.count(); slice++) {
			table.touch(slice);
			table.add(slice, this.checksums.get(slice));
		}
		return table;
	}

	private void advance(int length) {
		List<CompletableFuture<Void>> woken;
		this.lock.lock();
		try {
			this.written += length;
			woken = this.waiters.reached(0, this.written);
		}
		finally {
			this.lock.unlock();
		}
		woken.forEach((waiter) -> waiter.complete(null));
	}

	private void end(@Nullable IOException cause) {
		List<CompletableFuture<Void>> woken;
		this.lock.lock();
		try {
			this.failure = cause;
			this.state = (cause != null) ? State.BROKEN : State.COMPLETE;
			woken = this.waiters.removeAll((_) -> true);
		}
		finally {
			this.lock.unlock();
		}
		woken.forEach((waiter) -> waiter.complete(null));
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
		this.lock.lock();
		try {
			if (position < this.written) {
				long until = Math.min(this.written, end);
				return CompletableFuture
					.completedFuture(Optional.of(new Span(this.channel, position, until - position)));
			}
			return switch (this.state) {
				case COMPLETE -> CompletableFuture.completedFuture(Optional.empty());
				case BROKEN -> CompletableFuture.failedFuture(Objects.requireNonNull(this.failure));
				case COMING -> this.waiters.add(0, position).thenCompose((_) -> next(position, end));
			};
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * How far it has come.
	 */
	private enum State {

		/** More may come. */
		COMING,

		/** All of it is there. */
		COMPLETE,

		/** The rest will never be there. */
		BROKEN

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

	}

}
