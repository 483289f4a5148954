package cellar.simulation.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The kind of cloud that is simulated. Where the kinds differ, the rest of the simulation
 * asks here.
 */
public enum CloudProfile {

	/**
	 * Amazon's own EC2 of today.
	 */
	AWS,

	/**
	 * Eucalyptus 5, which refuses what it does not know and has an answer of its own for
	 * instance types.
	 */
	EUCALYPTUS_5,

	/**
	 * The least that calls itself EC2: answers like Amazon's, none of the newer
	 * parameters, tags only by CreateTags.
	 */
	GENERIC;

	/**
	 * Returns the profile of a name as it stands in the configuration, {@code
	 * eucalyptus-5} for example.
	 * @param name the name
	 * @return the profile
	 * @throws IllegalArgumentException if there is none
	 */
	public static CloudProfile named(String name) {
		return Arrays.stream(values())
			.filter((profile) -> profile.toString().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Profile '" + name + "' is unknown; use one of "
					+ Arrays.stream(values()).map(CloudProfile::toString).collect(Collectors.joining(", "))));
	}

	/**
	 * Tells whether {@code DryRun} is understood. Others refuse it as an unknown
	 * parameter.
	 * @return whether it is
	 */
	public boolean knowsDryRun() {
		return this == AWS;
	}

	/**
	 * Tells whether it takes parameters that Amazon added after Eucalyptus stopped
	 * following, {@code MetadataOptions} or {@code KeyPairId} for example.
	 * @return whether it does
	 */
	public boolean knowsNewerParameters() {
		return this == AWS;
	}

	/**
	 * Tells whether key pairs may be other than RSA.
	 * @return whether Ed25519 is accepted
	 */
	public boolean knowsNewerKeyTypes() {
		return this == AWS;
	}

	/**
	 * Returns how a cloud says that it is full. Both ways lead clients to try again.
	 * @return the HTTP status
	 */
	public int statusWhenFull() {
		return (this == EUCALYPTUS_5) ? 503 : 500;
	}

	/**
	 * Tells whether a call that makes something may also tag it.
	 * @return {@code false} if only {@code CreateTags} gives tags
	 */
	public boolean knowsTagSpecification() {
		return this != GENERIC;
	}

	/**
	 * Tells whether a known client token is compared with the request it first came with.
	 * @return {@code false} if the old reservation answers any request with that token
	 */
	public boolean comparesRequestsOfOneToken() {
		return this == AWS;
	}

	/**
	 * Tells whether {@code AuthorizeSecurityGroupIngress} answers with the rules it made.
	 * @return {@code false} if it only says that it made them
	 */
	public boolean answersWithRules() {
		return this == AWS;
	}

	/**
	 * Tells in which form {@code DescribeInstanceTypes} answers.
	 * @return {@code false} for the older form of Eucalyptus
	 */
	public boolean describesInstanceTypesLikeAmazon() {
		return this != EUCALYPTUS_5;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
