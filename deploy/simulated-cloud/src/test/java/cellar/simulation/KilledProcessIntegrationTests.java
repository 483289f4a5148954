package cellar.simulation;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;

import cellar.parts.FreePorts;

import static org.assertj.core.api.Assertions.assertThat;

class KilledProcessIntegrationTests {

	private static final int LAUNCHERS = 4;

	@TempDir
	Path directory;

	private final int port = FreePorts.next();

	private @Nullable Process process;

	@AfterEach
	void stop() throws InterruptedException {
		if (this.process != null) {
			this.process.destroyForcibly().waitFor();
		}
	}

	@Test
	void startAfterAKillHasWhatWasAcknowledged() throws Exception {
		Process killed = start();
		Set<String> acknowledged = ConcurrentHashMap.newKeySet();
		CountDownLatch enough = new CountDownLatch(20);
		try (ExecutorService launchers = Executors.newFixedThreadPool(LAUNCHERS); Ec2Client ec2 = client()) {
			for (int launcher = 0; launcher < LAUNCHERS; launcher++) {
				launchers.execute(() -> launchUntilKilled(ec2, acknowledged, enough));
			}
			assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
			killed.destroyForcibly().waitFor();
		}
		start();
		try (Ec2Client ec2 = client()) {
			assertThat(ec2.describeInstances().reservations())
				.flatExtracting((reservation) -> reservation.instances().stream().map(Instance::instanceId).toList())
				.hasSizeLessThanOrEqualTo(acknowledged.size() + LAUNCHERS)
				.containsAll(acknowledged);
		}
	}

	private static void launchUntilKilled(Ec2Client ec2, Set<String> acknowledged, CountDownLatch enough) {
		try {
			while (acknowledged.size() < 200) {
				acknowledged.add(Clients.launch(ec2, (run) -> run.instanceType("t1.micro")));
				enough.countDown();
			}
		}
		catch (SdkException ex) {
			// The process is gone.
		}
	}

	private Process start() {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dcellar.simulation.port=" + this.port, "-cp", System.getProperty("java.class.path"),
				SimulatedCloudApplication.class.getName());
		builder.environment().put("CELLAR_SIMULATION_ACCESSKEY", "AK");
		builder.environment().put("CELLAR_SIMULATION_SECRETKEY", "hush");
		builder.environment().put("CELLAR_SIMULATION_DATADIRECTORY", this.directory.toString());
		try {
			Process started = builder.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-process.log")))
				.start();
			this.process = started;
			URI health = URI.create("http://127.0.0.1:" + this.port + "/control/v1/health");
			Awaitility.await()
				.atMost(Duration.ofSeconds(60))
				.ignoreExceptions()
				.until(() -> RawCalls.json("GET", health, "").statusCode() == 200);
			return started;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Ec2Client client() {
		return Ec2Client.builder()
			.endpointOverride(URI.create("http://127.0.0.1:" + this.port))
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "hush")))
			.overrideConfiguration((configuration) -> configuration.retryStrategy((retry) -> retry.maxAttempts(1)))
			.build();
	}

}
