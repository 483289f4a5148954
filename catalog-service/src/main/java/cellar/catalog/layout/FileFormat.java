package cellar.catalog.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The forms in which images are kept.
 */
public enum FileFormat {

	/** A tarball under gzip, with kernels beside the image: the form of eustore. */
	@JsonProperty("tgz")
	TGZ,

	/** The bytes of a disk as they are. */
	@JsonProperty("raw")
	RAW,

	/** A disk image of QEMU, version 2 or 3. */
	@JsonProperty("qcow2")
	QCOW2

}
