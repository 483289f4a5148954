package cellar.gateway.version;

import cellar.gateway.origin.OriginBody;

/**
 * A part of a body, which ends where it was asked to.
 */
public interface PartBody extends OriginBody {

	/**
	 * Returns whether the origin gives all that comes after the part as well, so that
	 * asking it again would bring the same bytes again.
	 * @return whether the part can be extended
	 */
	boolean goesOn();

	/**
	 * Makes a part longer; to be called only if it goes on.
	 * @param bytes by how much
	 */
	void extend(long bytes);

}
