package cellar.simulation;

/**
 * Runs a simulated cloud as a process of its own.
 */
public final class SimulatedCloudApplication {

	private SimulatedCloudApplication() {
	}

	public static void main(String[] arguments) {
	}

}
