package cellar.catalog.channel;

import java.util.List;

import cellar.catalog.description.Architecture;
import cellar.catalog.description.ImageFormat;
import cellar.catalog.pointer.Slot;
import cellar.common.problem.InvalidParameterException;

/**
 * Reads slots from paths.
 */
final class Slots {

	private static final String CHANNEL = "[a-z][a-z0-9-]{0,31}";

	private Slots() {
	}

	static String channel(String name) {
		if (!name.matches(CHANNEL)) {
			throw new InvalidParameterException("channel",
					"must be 1 to 32 lower-case letters, digits or '-', and begin with a letter");
		}
		return name;
	}

	static Slot of(String channel, String os, String architecture) {
		if (!os.matches(ImageFormat.OS)) {
			throw new InvalidParameterException("os", "must be the kind of operating system of an image");
		}
		return new Slot(channel(channel), os,
				Architecture.labelled(architecture)
					.orElseThrow(() -> new InvalidParameterException("architecture",
							"must be one of " + List.of(Architecture.values()))));
	}

}
