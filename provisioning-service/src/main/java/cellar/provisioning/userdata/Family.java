package cellar.provisioning.userdata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A family of operating systems, by what its machines understand at their first boot. The
 * first format is the one that a caller gets who names none.
 */
public enum Family {

	/** Ubuntu and what else runs cloud-init. */
	UBUNTU(Format.CLOUD_CONFIG),

	/** Flatcar, the CoreOS of today. */
	FLATCAR(Format.COREOS_CLOUD_CONFIG, Format.IGNITION),

	/** Fedora CoreOS. */
	FCOS(Format.IGNITION);

	private final List<Format> formats;

	Family(Format... formats) {
		this.formats = List.of(formats);
	}

	public List<Format> formats() {
		return this.formats;
	}

	/**
	 * Guesses the family of an image from what people call it.
	 * @param imageName name, description or location of the image
	 * @return the family, or nothing where the name does not tell
	 */
	public static Optional<Family> guess(String imageName) {
		String name = imageName.toLowerCase(Locale.ROOT);
		if (name.contains("fedora-coreos") || name.contains("fcos")) {
			return Optional.of(FCOS);
		}
		if (name.contains("flatcar")) {
			return Optional.of(FLATCAR);
		}
		return name.contains("ubuntu") ? Optional.of(UBUNTU) : Optional.empty();
	}

	@JsonValue
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
