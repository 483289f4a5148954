package cellar.catalog.store;

import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The one place that reads the SDK's failures.
 */
public final class S3Calls {

	private S3Calls() {
	}

	/**
	 * Calls the store.
	 * @param <T> the type of the answer
	 * @param what what is tried, for those who read the failure
	 * @param action the call
	 * @return its answer
	 * @throws StoreException if the call fails
	 */
	public static <T> T call(String what, Supplier<T> action) {
		try {
			return action.get();
		}
		catch (SdkException ex) {
			throw new StoreException("Could not " + what + ": " + ex.getMessage(), ex);
		}
	}

	/**
	 * Tells whether a call failed because there is no such object in the bucket.
	 * @param ex the failure
	 * @return whether it was that
	 */
	public static boolean isMissing(StoreException ex) {
		return ex.getCause() instanceof S3Exception cause && cause.statusCode() == 404
				&& !(cause instanceof NoSuchBucketException);
	}

	/**
	 * Tells whether a call failed because the caller may not make it.
	 * @param ex the failure
	 * @return whether it was that
	 */
	public static boolean isDenied(StoreException ex) {
		return ex.getCause() instanceof S3Exception cause && (cause.statusCode() == 403 || cause.statusCode() == 401);
	}

	/**
	 * Tells whether a call failed because there is no such bucket.
	 * @param ex the failure
	 * @return whether it was that
	 */
	public static boolean isMissingBucket(StoreException ex) {
		return ex.getCause() instanceof S3Exception cause && cause.statusCode() == 404;
	}

	/**
	 * Tells whether a bucket could not be made because somebody has it.
	 * @param ex the failure
	 * @return whether it was that
	 */
	public static boolean isOwnedAlready(StoreException ex) {
		return ex.getCause() instanceof S3Exception cause && cause.statusCode() == 409;
	}

}
