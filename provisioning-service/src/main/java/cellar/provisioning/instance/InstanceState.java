package cellar.provisioning.instance;

import java.util.Arrays;
import java.util.Locale;

/**
 * The state of a machine, as EC2 names it.
 */
public enum InstanceState {

	/** It is about to run. */
	PENDING,

	/** It runs. */
	RUNNING,

	/** It is about to be terminated. */
	SHUTTING_DOWN,

	/** It is gone for good. */
	TERMINATED,

	/** It is about to be stopped. */
	STOPPING,

	/** It does not run, and could be started again. */
	STOPPED,

	/** The cloud names no state, or one that EC2 does not have. */
	UNKNOWN;

	/**
	 * Reads what a cloud or the database says.
	 * @param name the name, as EC2 spells it
	 * @return the state of that name, or {@link #UNKNOWN}
	 */
	public static InstanceState of(String name) {
		return Arrays.stream(values()).filter((state) -> state.toString().equals(name)).findFirst().orElse(UNKNOWN);
	}

	public boolean isStartingOrRunning() {
		return this == PENDING || this == RUNNING;
	}

	public boolean isEndingOrTerminated() {
		return this == SHUTTING_DOWN || this == TERMINATED;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
