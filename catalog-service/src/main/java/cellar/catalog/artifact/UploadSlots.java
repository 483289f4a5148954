package cellar.catalog.artifact;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Bounds how many files are received at once.
 */
@Component
public class UploadSlots {

	private final Semaphore free;

	UploadSlots(ArtifactProperties properties) {
		this.free = new Semaphore(properties.concurrentUploads());
	}

	/**
	 * Runs an upload in a slot of its own, which is free again however the upload ends.
	 * @param <T> the type of the result
	 * @param upload what to run
	 * @return what it returns
	 * @throws UploadRefusedException if no slot is free
	 */
	public <T> T within(Supplier<T> upload) {
		if (!this.free.tryAcquire()) {
			throw new UploadRefusedException(UploadRefusedException.Reason.BUSY,
					"As many uploads are running as are allowed; try again later");
		}
		try {
			return upload.get();
		}
		finally {
			this.free.release();
		}
	}

}
