package cellar.gateway.version;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;

/**
 * Where the missing slices of one version of an object come from.
 */
public interface Source {

	/**
	 * Asks for a part of the body, of this very version. Blocks until the origin has
	 * begun to answer.
	 * @param first offset of the first byte
	 * @param end offset of the first byte after the part
	 * @return exactly that part, if it does not break off
	 * @throws VersionGoneException if the origin has another version by now, or none
	 * @throws IOException if the origin gave no usable answer
	 */
	PartBody open(long first, long end) throws IOException;

	/**
	 * Asks what all of the body must come to. Blocks until that is told.
	 * @return what proves it, or {@code null} if nothing does
	 * @throws IOException if it cannot be asked just now
	 */
	default @Nullable Proof proof() throws IOException {
		return null;
	}

}
