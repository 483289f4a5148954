package cellar.catalog.report;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of an entry.
 */
public enum EntryOutcome {

	/** It is an image now, as it stood. */
	@JsonProperty("taken")
	TAKEN,

	/** It is an image now, with something put right. */
	@JsonProperty("repaired")
	REPAIRED,

	/** It is no image. */
	@JsonProperty("refused")
	REFUSED

}
