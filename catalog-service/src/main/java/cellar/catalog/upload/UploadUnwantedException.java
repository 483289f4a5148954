package cellar.catalog.upload;

/**
 * Thrown when nobody wants any more what an upload has brought.
 */
public class UploadUnwantedException extends RuntimeException {

	public UploadUnwantedException(String message) {
		super(message);
	}

}
