package cellar.gateway.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/**
 * A complete body. The open file outlives eviction and purge.
 */
class StoredBody implements Body {

	private static final int CHUNK = 256 * 1024;

	private final FileChannel channel;

	StoredBody(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Opens the body of an entry, looking at its bytes if an earlier process left them.
	 * @param store where it is
	 * @param entry the entry
	 * @return the body
	 * @throws DamagedException if these are not the bytes that were stored
	 * @throws IOException if it cannot be read
	 */
	static StoredBody open(DiskStore store, Entry entry) throws IOException {
		StoredObject object = entry.object();
		FileChannel channel = store.open(object);
		try {
			if (channel.size() != object.length()) {
				throw new DamagedException();
			}
			if (!entry.verified().get()) {
				synchronized (entry.verified()) {
					verify(channel, entry);
				}
			}
			return new StoredBody(channel);
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
	}

	private static void verify(FileChannel channel, Entry entry) throws IOException {
		if (entry.verified().get()) {
			return;
		}
		CRC32C checksum = new CRC32C();
		ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
		for (long position = 0; position < entry.object().length();) {
			int read = channel.read(buffer.clear(), position);
			if (read < 0) {
				throw new DamagedException();
			}
			checksum.update(buffer.flip());
			position += read;
		}
		if ((int) checksum.getValue() != entry.object().checksum()) {
			throw new DamagedException();
		}
		entry.verified().set(true);
	}

	@Override
	public int read(ByteBuffer buffer, long position) throws IOException {
		return this.channel.read(buffer, position);
	}

	@Override
	public FileChannel file() {
		return this.channel;
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// It was only read from; there is nothing to lose.
		}
	}

	/**
	 * The bytes on disk are not those that were stored.
	 */
	static class DamagedException extends IOException {

	}

}
