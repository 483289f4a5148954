package cellar.provisioning.launch.state;

import java.util.Arrays;
import java.util.Locale;

/**
 * The reasons that launches fail for.
 */
public enum FailureCode {

	/** The cloud has no room. */
	CLOUD_CAPACITY(Side.CLOUD),

	/** The cloud does not accept our credentials. */
	CLOUD_CREDENTIALS(Side.CLOUD),

	/** A machine ended before it could be used. */
	MACHINE_ENDED(Side.CLOUD),

	/** The cloud ended the machines of each attempt before they ran. */
	MACHINES_TERMINATED(Side.CLOUD),

	/** The machines run, but do not answer on the network. */
	NOT_REACHABLE_IN_TIME(Side.CLOUD),

	/** The machines do not run. */
	NOT_RUNNING_IN_TIME(Side.CLOUD),

	/** The launch was in another state for too long. */
	TIMEOUT(Side.CLOUD),

	/** The cloud refused, mostly something that it does not have or take. */
	CLOUD_REFUSED(Side.REQUEST),

	/** Nobody said what the image runs, and its name does not tell. */
	FAMILY_UNKNOWN(Side.REQUEST),

	/** The image is not there, or cannot be used. */
	IMAGE_NOT_AVAILABLE(Side.REQUEST),

	/** The recipe does not take the parameters. */
	INVALID_PARAMETERS(Side.REQUEST),

	/** The key pair is not there. */
	KEY_PAIR_NOT_FOUND(Side.REQUEST),

	/** The security group is not there. */
	SECURITY_GROUP_NOT_FOUND(Side.REQUEST),

	/** The cloud does not take that much user data. */
	USER_DATA_TOO_LARGE(Side.REQUEST);

	private final Side side;

	FailureCode(Side side) {
		this.side = side;
	}

	/**
	 * Reads what the database says.
	 * @param text the code in kebab case
	 * @return the code
	 */
	static FailureCode of(String text) {
		return Arrays.stream(values())
			.filter((code) -> code.toString().equals(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("There is no failure code '" + text + "'"));
	}

	/**
	 * Returns who has to do something about it.
	 * @return the side that it came from
	 */
	public Side side() {
		return this.side;
	}

	/**
	 * Returns the code as callers see it.
	 * @return the code in kebab case
	 */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Where a failure comes from.
	 */
	public enum Side {

		/** The cloud, or our access to it: the operator has to see to it. */
		CLOUD,

		/** What was asked for: the caller can do better. */
		REQUEST

	}

}
