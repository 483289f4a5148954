package cellar.provisioning.launch.state;

/**
 * How far a launch has come. Each state is in the database before the work begins that
 * leads to the next one.
 */
public enum LaunchState {

	/** It was asked for. */
	REQUESTED,

	/** The image is there and the user data is rendered. */
	VALIDATED,

	/** The key pair is in the cloud, if there is one. */
	KEY_READY,

	/** The security group is in the cloud. */
	GROUP_READY,

	/** It is written down what will be run, and under which token. */
	RUN_INTENDED,

	/** The cloud has taken the request. */
	RUN_ACCEPTED,

	/** All machines run. */
	RUNNING,

	/** All machines answer on the network. */
	REACHABLE,

	/** All machines can be used. */
	READY,

	/** It failed, and what it made is being taken back. */
	COMPENSATING,

	/** It failed. */
	FAILED;

	public boolean isSettled() {
		return this == READY || this == FAILED;
	}

	public boolean hasFailed() {
		return this == COMPENSATING || this == FAILED;
	}

}
