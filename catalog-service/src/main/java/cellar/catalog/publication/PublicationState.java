package cellar.catalog.publication;

import java.util.Set;

/**
 * How far a publication has come. The last three are final, but the live one gives way to
 * the next.
 */
public enum PublicationState {

	/** Frozen; nothing of it is in the bucket for certain. */
	STAGED,

	/** Its immutable documents are in the bucket and were read back. */
	UPLOADED,

	/** The pointers lead to it; gateways may still hold the old ones. */
	POINTED,

	/** Everybody sees it. */
	LIVE,

	/** It was not fit to go out, or a newer one went out first. */
	ABANDONED,

	/** A newer one has taken its place. */
	SUPERSEDED;

	static final Set<PublicationState> UNSETTLED = Set.of(STAGED, UPLOADED, POINTED);

	/**
	 * Tells whether nothing is left to do.
	 * @return whether the state is final
	 */
	public boolean isSettled() {
		return !UNSETTLED.contains(this);
	}

}
