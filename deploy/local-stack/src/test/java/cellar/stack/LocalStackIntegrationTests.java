package cellar.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.process.StopSignal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The real launcher with a real PostgreSQL and a real object store, and stand-ins for the
 * rest. Where the first start is not what is tested, a stack starts on what one before it
 * left.
 */
class LocalStackIntegrationTests {

	private static final List<String> PARTS = List.of("postgresql", "object-store", "simulated-cloud",
			"catalog-service", "cache-gateway", "provisioning-service");

	@TempDir
	private static Path earlier;

	@TempDir
	Path project;

	@BeforeAll
	static void prepare() throws Exception {
		StandIn.build(earlier);
		try (LauncherProcess launcher = LauncherProcess.start(earlier).awaitReady()) {
			launcher.process().destroy();
			// The files of a PostgreSQL that did not stop in order are no good copy.
			assertThat(launcher.awaitExit()).isEqualTo(143);
		}
	}

	@BeforeEach
	void build() throws IOException {
		StandIn.build(this.project);
	}

	@Test
	void terminateStopsEveryPartInReverseOrderHoweverOftenItIsSent() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(onEarlierData(this.project)).awaitReady()) {
			List<ProcessHandle> parts = launcher.processes();
			assertThat(parts).hasSize(PARTS.size() + 1);
			launcher.process().destroy();
			await().until(() -> launcher.output().contains("  stopping"));
			StopSignal.INT.sendTo(launcher.process().toHandle());
			launcher.process().destroy();
			assertThat(launcher.awaitExit()).isEqualTo(143);
			assertThat(launcher.stopped()).containsExactlyElementsOf(PARTS.reversed());
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void killLeavesNothingBehind() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(onEarlierData(this.project)).awaitReady()) {
			List<ProcessHandle> parts = launcher.processes();
			launcher.process().destroyForcibly();
			await().atMost(Duration.ofSeconds(60)).until(() -> parts.stream().noneMatch(ProcessHandle::isAlive));
		}
	}

	@Test
	void deathOfParentStopsEveryPart() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.startByParent(onEarlierData(this.project))) {
			List<ProcessHandle> parts = launcher.processes();
			launcher.process().destroyForcibly();
			await().atMost(Duration.ofSeconds(60)).until(() -> launcher.output().contains("Stopped."));
			assertThat(launcher.stopped()).containsExactlyElementsOf(PARTS.reversed());
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void startWhenParentHasDiedBeforeDoesNothing() throws Exception {
		Process parent = new ProcessBuilder("true").start();
		parent.waitFor();
		try (LauncherProcess launcher = LauncherProcess.start(this.project, "-Dcellar.stack.stop-with-parent=true",
				"-Dcellar.stack.ancestor=" + parent.pid())) {
			assertThat(launcher.awaitExit()).isEqualTo(1);
			assertThat(launcher.output()).contains("What started this local stack is gone");
			assertThat(this.project.resolve(".cellar")).doesNotExist();
		}
	}

	@Test
	void killWhenPartsAreStartingLeavesNothingBehind() throws Exception {
		for (String moment : List.of("postgresql            starting", "catalog-service       starting")) {
			try (LauncherProcess launcher = LauncherProcess.start(this.project)) {
				await().atMost(Duration.ofSeconds(60)).until(() -> launcher.output().contains(moment));
				launcher.process().destroyForcibly();
				await().atMost(Duration.ofSeconds(60)).until(() -> launcher.processes().isEmpty());
			}
		}
	}

	@Test
	void startWhenLauncherAndWatchdogWereKilledEndsLeftovers() throws Exception {
		try (LauncherProcess first = LauncherProcess.start(this.project).awaitReady()) {
			List<ProcessHandle> parts = first.processes();
			first.process("watchdog").destroyForcibly();
			first.process().destroyForcibly();
			try (LauncherProcess second = LauncherProcess.start(this.project).awaitReady()) {
				assertThat(parts).noneMatch(ProcessHandle::isAlive);
				assertThat(second.output()).contains("Left by an earlier run: cache-gateway",
						"Left by an earlier run: postgresql", "published by an earlier start");
			}
		}
	}

	@Test
	void startWhenPortsAreTakenNamesAllOfThem() throws Exception {
		try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				LauncherProcess launcher = LauncherProcess.start(this.project,
						"-Dcellar.stack.ports.gateway=" + one.getLocalPort(),
						"-Dcellar.stack.ports.catalog-management=" + two.getLocalPort())) {
			assertThat(launcher.awaitExit()).isEqualTo(1);
			assertThat(launcher.output()).contains(one.getLocalPort() + "  cache-gateway",
					two.getLocalPort() + "  catalog-service (management)", "-Dcellar.stack.ports.gateway=PORT",
					"CELLAR_STACK_PORTS_GATEWAY");
			assertThat(launcher.processes()).isEmpty();
		}
	}

	@Test
	void deathOfOnePartIsToldAndEndsAll() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(onEarlierData(this.project)).awaitReady()) {
			List<ProcessHandle> parts = launcher.processes();
			launcher.process("cache-gateway").destroyForcibly();
			assertThat(launcher.awaitExit()).isEqualTo(1);
			assertThat(launcher.output()).contains("cache-gateway ended by itself with exit code 137",
					"[cache-gateway] stand-in listens on");
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void deathOfPostmasterIsToldAndEndsAll() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(onEarlierData(this.project)).awaitReady()) {
			List<ProcessHandle> parts = launcher.processes();
			launcher.process("postgresql").destroyForcibly();
			assertThat(launcher.awaitExit()).isEqualTo(1);
			assertThat(launcher.output()).contains("postgresql ended by itself");
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	// As after a first start of its own that was stopped in order.
	private static Path onEarlierData(Path project) throws Exception {
		Process copy = new ProcessBuilder("cp", "-a", earlier.resolve(".cellar").toString(), project.toString())
			.inheritIO()
			.start();
		assertThat(copy.waitFor()).isZero();
		return project;
	}

	/**
	 * What one launcher shows that none of these tests stops.
	 */
	@Nested
	class WhileItRuns {

		@TempDir
		private static Path shared;

		private static LauncherProcess running;

		@BeforeAll
		static void start() throws Exception {
			StandIn.build(shared);
			running = LauncherProcess.start(onEarlierData(shared)).awaitReady();
		}

		@AfterAll
		static void stop() {
			running.close();
		}

		@Test
		void startOfAnotherIsRefused() throws Exception {
			try (LauncherProcess second = LauncherProcess.start(shared)) {
				assertThat(second.awaitExit()).isEqualTo(1);
				assertThat(second.output()).contains("Another local stack (process " + running.process().pid() + ")")
					.contains("-Dcellar.stack.data-directory");
				assertThat(running.process().isAlive()).isTrue();
			}
		}

		@Test
		void secretsAreReadableForTheOwnerAlone() throws IOException {
			Path data = shared.resolve(".cellar");
			try (Stream<Path> files = Stream.concat(Files.list(data.resolve("secrets")),
					Files.list(data.resolve("config")))) {
				assertThat(files).isNotEmpty()
					.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
						.isEqualTo("rw-------"));
			}
			assertThat(Files.readString(data.resolve("config/catalog-service.properties"))).doesNotContain("test-token")
				.contains("{sha256}");
			assertThat(running.output()).doesNotContain("test-token");
			String secret = Files.readString(data.resolve("secrets/object-store-secret-key")).strip();
			assertThat(running.processes()).isNotEmpty()
				.noneMatch((part) -> part.info().commandLine().orElse("").contains(secret));
		}

		@Test
		void servicesRunFromCopiesThatNoBuildRewrites() {
			String copies = shared.resolve(".cellar/run/jars").toString();
			for (String name : List.of("simulated-cloud", "catalog-service", "cache-gateway", "provisioning-service")) {
				assertThat(running.process(name).info().commandLine().orElse(""))
					.contains(" -jar " + copies + "/" + name);
			}
		}

		@Test
		@EnabledIfSystemProperty(named = "cellar.stack.launcher", matches = ".+",
				disabledReason = "the launcher runs from class files")
		void theWatchdogRunsFromACopyOfTheLauncher() {
			String copies = shared.resolve(".cellar/run/jars").toString();
			assertThat(running.process("watchdog").info().commandLine().orElse(""))
				.contains(" -cp " + copies + "/local-stack");
		}

		@Test
		@EnabledOnOs(value = OS.LINUX, disabledReason = "no /proc tells the environment of a process")
		void theTokenOfTheLauncherReachesNoPart() throws IOException {
			assertThat(environment(running.process().toHandle())).contains("CELLAR_TOKEN=test-token");
			assertThat(running.processes()).hasSize(PARTS.size() + 1)
				.allSatisfy((part) -> assertThat(environment(part)).doesNotContain("CELLAR_TOKEN", "test-token"));
		}

		private static String environment(ProcessHandle process) throws IOException {
			return Files.readString(Path.of("/proc", Long.toString(process.pid()), "environ"),
					StandardCharsets.ISO_8859_1);
		}

	}

}
