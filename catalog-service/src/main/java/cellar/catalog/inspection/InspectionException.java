package cellar.catalog.inspection;

/**
 * Thrown when a file could not be looked into, which says nothing about the file.
 */
public class InspectionException extends RuntimeException {

	InspectionException(Throwable cause) {
		super("The file could not be looked into", cause);
	}

}
