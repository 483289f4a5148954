package cellar.simulation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a simulated cloud as a process of its own.
 */
public final class SimulatedCloudApplication {

	// The listener of the JDK reads these once; without them a silent caller holds its
	// connection for ever, and small answers wait for acknowledgements.
	private static final String[][] LISTENER_PROPERTIES = { { "sun.net.httpserver.maxReqTime", "30" },
			{ "sun.net.httpserver.maxRspTime", "900" }, { "sun.net.httpserver.nodelay", "true" } };

	private SimulatedCloudApplication() {
	}

	/**
	 * Runs until the process is stopped. Leaves with status 1 if the settings are wrong
	 * or the cloud cannot start.
	 * @param arguments ignored; settings are system properties or environment variables
	 * @throws InterruptedException if the wait for the end is interrupted
	 */
	public static void main(String[] arguments) throws InterruptedException {
		for (String[] property : LISTENER_PROPERTIES) {
			System.setProperty(property[0], System.getProperty(property[0], property[1]));
		}
		Logger logger = System.getLogger(SimulatedCloudApplication.class.getName());
		try {
			SimulatedCloud cloud = SimulatedCloud.start(Environment.ofProcess().settings());
			CountDownLatch stopped = new CountDownLatch(1);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> {
				cloud.close();
				stopped.countDown();
			}, "stop"));
			logger.log(Level.INFO, "Simulated cloud at " + cloud.endpoint());
			stopped.await();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			logger.log(Level.ERROR, "The simulated cloud does not start: " + ex.getMessage());
			System.exit(1);
		}
	}

}
