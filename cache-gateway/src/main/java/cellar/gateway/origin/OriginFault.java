package cellar.gateway.origin;

/**
 * What was wrong with an answer that had begun well.
 */
public enum OriginFault {

	/** Its body ended before its announced end. */
	TRUNCATED,

	/** No byte of its body came for too long. */
	STALLED,

	/** Its connection broke. */
	BROKEN_OFF,

	/** It is not the part that was asked for, or does not say clearly which one it is. */
	WRONG_RANGE,

	/** Its body is not what the origin says that it is. */
	WRONG_CHECKSUM

}
