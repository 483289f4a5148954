package cellar.provisioning.recipe.storage;

import java.util.Arrays;
import java.util.Locale;

/**
 * What becomes of a disk that holds an unlabelled filesystem.
 */
public enum ExistingDisk {

	/** It is left alone, and the preparation fails. */
	REFUSE,

	/** It is labelled and mounted with all that it holds. */
	ADOPT;

	static ExistingDisk of(String name) {
		return valueOf(name.toUpperCase(Locale.ROOT));
	}

	static String[] names() {
		return Arrays.stream(values()).map(ExistingDisk::toString).toArray(String[]::new);
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
