package cellar.catalog.store;

import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The one place that reads the SDK's failures.
 */
final class S3Calls {

	private S3Calls() {
	}

	static <T> T call(String what, Supplier<T> action) {
		try {
			return action.get();
		}
		catch (SdkException ex) {
			throw new StoreException("Could not " + what + ": " + ex.getMessage(), ex);
		}
	}

	static boolean isMissing(StoreException ex) {
		return ex.getCause() instanceof S3Exception cause && cause.statusCode() == 404
				&& !(cause instanceof NoSuchBucketException);
	}

	static boolean isMissingBucket(StoreException ex) {
		return ex.getCause() instanceof S3Exception cause && cause.statusCode() == 404;
	}

	static boolean isOwnedAlready(StoreException ex) {
		return ex.getCause() instanceof S3Exception cause && cause.statusCode() == 409;
	}

}
