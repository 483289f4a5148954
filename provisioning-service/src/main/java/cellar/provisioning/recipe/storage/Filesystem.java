package cellar.provisioning.recipe.storage;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a blank disk can be formatted with.
 */
public enum Filesystem {

	/** The usual one of Linux. */
	EXT4,

	/** Takes labels of at most 12 characters. */
	XFS,

	/** Needs tools that few systems bring along. */
	BTRFS;

	static Filesystem of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	static String[] names() {
		return Arrays.stream(values()).map(Filesystem::toString).toArray(String[]::new);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
