package cellar.provisioning.cloud;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a kind of cloud understands of the EC2 interface.
 */
public enum CloudProfile {

	/** Amazon's own. */
	AWS(true),

	/** Eucalyptus 5, which refuses requests with parameters that it does not know. */
	EUCALYPTUS_5(false),

	/** Any other, of which nothing more than the old core is expected. */
	GENERIC(false);

	private static final int USER_DATA_LIMIT = 16384;

	private final boolean tagsEverything;

	CloudProfile(boolean tagsEverything) {
		this.tagsEverything = tagsEverything;
	}

	/**
	 * Whether key pairs and security groups take tags when they are made. Instances do
	 * everywhere.
	 * @return whether tags may be sent with them
	 */
	public boolean tagsEverything() {
		return this.tagsEverything;
	}

	/**
	 * Returns the most user data, in bytes before base64.
	 * @return the limit
	 */
	public int userDataLimit() {
		return USER_DATA_LIMIT;
	}

	@JsonValue
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
