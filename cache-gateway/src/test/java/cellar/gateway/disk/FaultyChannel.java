package cellar.gateway.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * A file that fails when its storage says so.
 */
class FaultyChannel extends FileChannel {

	private final FileChannel file;

	private final FaultyStorage storage;

	FaultyChannel(FileChannel file, FaultyStorage storage) {
		this.file = file;
		this.storage = storage;
	}

	@Override
	public int read(ByteBuffer into, long position) throws IOException {
		this.storage.mayFail(FaultyStorage.Fault.READ);
		if (into.remaining() > 1 && this.storage.strikes(FaultyStorage.Fault.SHORT_READ)) {
			ByteBuffer half = into.slice(into.position(), into.remaining() / 2);
			int read = this.file.read(half, position);
			into.position(into.position() + Math.max(read, 0));
			return read;
		}
		return this.file.read(into, position);
	}

	@Override
	public int write(ByteBuffer from, long position) throws IOException {
		if (this.storage.strikes(FaultyStorage.Fault.WRITE)) {
			// Some of it got there, as on a disk that is full.
			ByteBuffer half = from.slice(from.position(), from.remaining() / 2);
			this.file.write(half, position);
			throw new IOException("No space left on device");
		}
		return this.file.write(from, position);
	}

	@Override
	public void force(boolean metaData) throws IOException {
		this.storage.force();
		this.file.force(metaData);
	}

	@Override
	public long size() throws IOException {
		return this.file.size();
	}

	@Override
	protected void implCloseChannel() throws IOException {
		this.file.close();
	}

	@Override
	public int read(ByteBuffer into) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long read(ByteBuffer[] into, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int write(ByteBuffer from) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long write(ByteBuffer[] from, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long position() {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileChannel position(long position) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileChannel truncate(long size) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long transferTo(long position, long count, WritableByteChannel target) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long transferFrom(ReadableByteChannel source, long position, long count) {
		throw new UnsupportedOperationException();
	}

	@Override
	public MappedByteBuffer map(MapMode mode, long position, long size) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileLock lock(long position, long size, boolean shared) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileLock tryLock(long position, long size, boolean shared) {
		throw new UnsupportedOperationException();
	}

}
