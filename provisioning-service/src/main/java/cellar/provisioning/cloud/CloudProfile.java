package cellar.provisioning.cloud;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a kind of cloud understands of the EC2 interface.
 */
public enum CloudProfile {

	/** Amazon's own. */
	AWS(true, true),

	/** Eucalyptus 5, which refuses requests with parameters that it does not know. */
	EUCALYPTUS_5(false, true),

	/** Any other cloud, of which only the oldest part of the interface is expected. */
	GENERIC(false, false);

	private static final int USER_DATA_LIMIT = 16384;

	private final boolean tagsAllOnCreation;

	private final boolean tagsInstancesOnCreation;

	CloudProfile(boolean tagsAllOnCreation, boolean tagsInstancesOnCreation) {
		this.tagsAllOnCreation = tagsAllOnCreation;
		this.tagsInstancesOnCreation = tagsInstancesOnCreation;
	}

	/**
	 * Whether instances take tags when they are made. Elsewhere they are tagged right
	 * after.
	 * @return whether tags may be sent with them
	 */
	public boolean tagsInstancesOnCreation() {
		return this.tagsInstancesOnCreation;
	}

	/**
	 * Whether key pairs and security groups take tags when they are made.
	 * @return whether tags may be sent with them
	 */
	public boolean tagsAllOnCreation() {
		return this.tagsAllOnCreation;
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
