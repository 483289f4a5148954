package cellar.gateway.disk;

import java.nio.file.Path;

/**
 * Where each file of the cache is: in one of 4096 directories by the hash of its key, so
 * that those of one key are found by looking into a small directory.
 *
 * @param root the directory that these are in
 */
public record Layout(Path root) {

	/** Grows when the form of the files changes; files of other forms are left alone. */
	private static final String FORM = "v2";

	/**
	 * Returns the layout of a cache.
	 * @param directory the directory of the cache
	 * @return the layout
	 */
	public static Layout in(Path directory) {
		return new Layout(directory.resolve(FORM));
	}

	Path path(FileName name) {
		return parent(name.hash()).resolve(name.toString());
	}

	Path part(FileName name) {
		return parent(name.hash()).resolve(name.part());
	}

	Path parent(KeyHash hash) {
		return this.root.resolve(hash.directory());
	}

}
