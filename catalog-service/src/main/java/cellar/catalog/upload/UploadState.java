package cellar.catalog.upload;

/**
 * What has become of an upload.
 */
public enum UploadState {

	/** Under way, or its process died. */
	RUNNING,

	/** An image names its object, or one of the same content. */
	BOUND,

	/** Its remains wait to be removed. */
	ORPHANED,

	/** Its remains were removed; once more, and it is forgotten. */
	SWEPT

}
