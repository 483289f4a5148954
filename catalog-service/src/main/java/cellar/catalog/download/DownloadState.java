package cellar.catalog.download;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a file has come. The last three are final.
 */
public enum DownloadState {

	/** Waits for its turn, perhaps for another try. */
	@JsonProperty("waiting")
	WAITING,

	/** Is being fetched. */
	@JsonProperty("fetching")
	FETCHING,

	/** Is the artifact of its image. */
	@JsonProperty("kept")
	KEPT,

	/** Could not be had; its image stays a draft. */
	@JsonProperty("failed")
	FAILED,

	/** Is not wanted, or there is nothing to fetch. */
	@JsonProperty("skipped")
	SKIPPED

}
