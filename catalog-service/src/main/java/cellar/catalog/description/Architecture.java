package cellar.catalog.description;

import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/**
 * The processors that images are made for, by the names that publications use.
 */
public enum Architecture {

	/** 32-bit x86. */
	I386("i386"),

	/** 64-bit x86. */
	X86_64("x86_64"),

	/** 32-bit ARM with floating point. */
	ARMHF("armhf"),

	/** 64-bit ARM. */
	ARM64("arm64");

	@EnumeratedValue
	private final String label;

	Architecture(String label) {
		this.label = label;
	}

	/**
	 * Returns the name that requests, documents and rows use.
	 * @return the name in lower case
	 */
	@JsonValue
	public String label() {
		return this.label;
	}

	/**
	 * Finds the architecture of a name.
	 * @param label the name in lower case
	 * @return the architecture, if there is one
	 */
	public static Optional<Architecture> labelled(String label) {
		return Stream.of(values()).filter((architecture) -> architecture.label.equals(label)).findFirst();
	}

	@Override
	public String toString() {
		return this.label;
	}

}
