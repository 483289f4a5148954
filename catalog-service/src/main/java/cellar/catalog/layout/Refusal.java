package cellar.catalog.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a file is not kept.
 */
public enum Refusal {

	/** It has no bytes. */
	@JsonProperty("empty")
	EMPTY,

	/** It is HTML or XML: mostly the page of a server that did not have it. */
	@JsonProperty("error-page")
	ERROR_PAGE,

	/** It is text. */
	@JsonProperty("text")
	TEXT,

	/** It is something known that no cloud of ours starts. */
	@JsonProperty("unsupported-format")
	UNSUPPORTED_FORMAT,

	/** It is nothing known. */
	@JsonProperty("unrecognised")
	UNRECOGNISED,

	/** It ends too early. */
	@JsonProperty("truncated")
	TRUNCATED,

	/** It breaks the rules of its own format, or its checksums are wrong. */
	@JsonProperty("corrupt")
	CORRUPT,

	/** Something follows after its end. */
	@JsonProperty("trailing-data")
	TRAILING_DATA,

	/** It unpacks to more than is allowed, or needs more memory for that. */
	@JsonProperty("too-large")
	TOO_LARGE,

	/** A tarball with more members than are allowed. */
	@JsonProperty("too-many-members")
	TOO_MANY_MEMBERS,

	/** A name in a tarball that might be written elsewhere, or shown as another. */
	@JsonProperty("unsafe-name")
	UNSAFE_NAME,

	/** A link in a tarball that leads, or may lead, out of it. */
	@JsonProperty("unsafe-link")
	UNSAFE_LINK,

	/** A device, a pipe or another thing that is neither file, directory nor link. */
	@JsonProperty("special-file")
	SPECIAL_FILE,

	/** Two members of a tarball in one place. */
	@JsonProperty("duplicate-member")
	DUPLICATE_MEMBER,

	/** A tarball without a machine image. */
	@JsonProperty("no-image")
	NO_IMAGE,

	/** A disk image that reads from a file besides itself. */
	@JsonProperty("outside-data")
	OUTSIDE_DATA

}
