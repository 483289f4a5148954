package cellar.catalog.tarball;

import java.util.Optional;

/**
 * Looks at how a machine image in a tarball begins.
 */
public interface ImageCheck {

	/**
	 * Returns how much it wants to see.
	 * @return bytes; a shorter image is shown whole
	 */
	int headSize();

	/**
	 * Looks at an image.
	 * @param path where it stands in the tarball
	 * @param head its first bytes
	 * @return a sentence for whoever reads the layout, if there is something to say
	 * @throws cellar.catalog.layout.RefusedException if no tarball with it is kept
	 */
	Optional<String> check(String path, byte[] head);

}
