package cellar.catalog.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the bytes of a file are made fewer.
 */
public enum Compression {

	/** They are as they are. */
	@JsonProperty("none")
	NONE("uncompressed"),

	/** RFC 1952. */
	@JsonProperty("gzip")
	GZIP("gzip"),

	/** The format of bzip2 1.0. */
	@JsonProperty("bzip2")
	BZIP2("bzip2"),

	/** The .xz file format 1.2. */
	@JsonProperty("xz")
	XZ("xz"),

	/** RFC 8878. */
	@JsonProperty("zstd")
	ZSTD("zstd");

	private final String label;

	Compression(String label) {
		this.label = label;
	}

	/**
	 * Returns its name within a sentence.
	 * @return the name
	 */
	public String label() {
		return this.label;
	}

}
