package cellar.gateway.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open file with several users. It is closed when the last of them lets go.
 */
public final class LeasedChannel {

	private static final Logger logger = LoggerFactory.getLogger(LeasedChannel.class);

	private final FileChannel channel;

	private int leases = 1;

	LeasedChannel(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Returns the open file.
	 * @return a channel that is open for as long as the caller has a lease
	 */
	public FileChannel channel() {
		return this.channel;
	}

	/**
	 * Keeps the file open for one more user.
	 * @return {@code false} if it is closed already
	 */
	public synchronized boolean lease() {
		if (this.leases == 0) {
			return false;
		}
		this.leases++;
		return true;
	}

	/** Lets go of one lease. */
	public void release() {
		synchronized (this) {
			if (this.leases == 0) {
				throw new IllegalStateException("The file is closed already");
			}
			this.leases--;
			if (this.leases > 0) {
				return;
			}
		}
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Cache file cannot be closed");
		}
	}

}
