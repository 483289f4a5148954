package cellar.simulation.instance;

import java.util.Locale;

/**
 * Where a machine is in its life, with the codes of EC2.
 */
public enum InstanceState {

	/**
	 * Launched, not up yet.
	 */
	PENDING(0),

	/**
	 * Up.
	 */
	RUNNING(16),

	/**
	 * On its way down for good.
	 */
	SHUTTING_DOWN(32),

	/**
	 * Gone, though still described for a while.
	 */
	TERMINATED(48);

	private final int code;

	InstanceState(int code) {
		this.code = code;
	}

	int code() {
		return this.code;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
