package cellar.catalog.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What clients of eustore take a member of a tarball for.
 */
public enum Role {

	/** The machine image: its name ends with {@code .img} or {@code .raw}. */
	@JsonProperty("image")
	IMAGE,

	/** A kernel: {@code vmlinu} is in its name. */
	@JsonProperty("kernel")
	KERNEL,

	/** A ramdisk: {@code initrd}, {@code initramfs} or {@code loader} is in its name. */
	@JsonProperty("ramdisk")
	RAMDISK

}
