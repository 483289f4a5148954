package cellar.gateway.lookup;

import java.util.Locale;

/**
 * Why the origin was asked (RFC 9211, 2.2).
 */
public enum Forward {

	/** There is no copy. */
	URI_MISS,

	/** There are copies of other variants only. */
	VARY_MISS,

	/** A part of the copy is missing. */
	PARTIAL,

	/** The copy is no longer fresh. */
	STALE,

	/** The copy is fresh, but the client wanted more than that. */
	REQUEST,

	/** The store was not to be used. */
	BYPASS;

	/**
	 * Returns it as the field tells it.
	 * @return the parameter of the {@code Cache-Status} field
	 */
	@Override
	public String toString() {
		return "fwd=" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
