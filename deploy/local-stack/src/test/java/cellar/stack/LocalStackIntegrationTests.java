package cellar.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import cellar.stack.process.LogFile;
import cellar.stack.process.StopSignal;
import cellar.stack.watchdog.RegisteredProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The real launcher with a real PostgreSQL and a real object store, and stand-ins for the
 * rest.
 */
class LocalStackIntegrationTests {

	private static final List<String> PARTS = List.of("postgresql", "object-store", "simulated-cloud",
			"catalog-service", "cache-gateway", "provisioning-service");

	@TempDir
	Path project;

	@BeforeEach
	void build() throws IOException {
		StandIn.build(this.project);
	}

	@Test
	void terminateStopsEveryPartInReverseOrderHoweverOftenItIsSent() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(this.project).awaitReady()) {
			List<ProcessHandle> parts = processes();
			assertThat(parts).hasSize(PARTS.size() + 1);
			launcher.process().destroy();
			await().until(() -> launcher.output().contains("  stopping"));
			StopSignal.INT.sendTo(launcher.process().toHandle());
			launcher.process().destroy();
			assertThat(launcher.awaitExit()).isEqualTo(143);
			assertThat(stopped(launcher)).containsExactlyElementsOf(PARTS.reversed());
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void killLeavesNothingBehind() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(this.project).awaitReady()) {
			List<ProcessHandle> parts = processes();
			launcher.process().destroyForcibly();
			await().atMost(Duration.ofSeconds(60)).until(() -> parts.stream().noneMatch(ProcessHandle::isAlive));
		}
	}

	@Test
	void deathOfParentStopsEveryPart() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.startByParent(this.project)) {
			List<ProcessHandle> parts = processes();
			launcher.process().destroyForcibly();
			await().atMost(Duration.ofSeconds(60)).until(() -> launcher.output().contains("Stopped."));
			assertThat(stopped(launcher)).containsExactlyElementsOf(PARTS.reversed());
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void killWhenPartsAreStartingLeavesNothingBehind() throws Exception {
		for (String moment : List.of("postgresql            starting", "catalog-service       starting")) {
			try (LauncherProcess launcher = LauncherProcess.start(this.project)) {
				await().atMost(Duration.ofSeconds(60)).until(() -> launcher.output().contains(moment));
				launcher.process().destroyForcibly();
				await().atMost(Duration.ofSeconds(60)).until(() -> processes().isEmpty());
			}
		}
	}

	@Test
	void startWhenLauncherAndWatchdogWereKilledEndsLeftovers() throws Exception {
		try (LauncherProcess first = LauncherProcess.start(this.project).awaitReady()) {
			List<ProcessHandle> parts = processes();
			process("watchdog").destroyForcibly();
			first.process().destroyForcibly();
			try (LauncherProcess second = LauncherProcess.start(this.project).awaitReady()) {
				assertThat(parts).noneMatch(ProcessHandle::isAlive);
				assertThat(second.output()).contains("Left by an earlier run: cache-gateway",
						"Left by an earlier run: postgresql", "published by an earlier start");
			}
		}
	}

	@Test
	void startWhenAnotherRunsIsRefused() throws Exception {
		try (LauncherProcess first = LauncherProcess.start(this.project).awaitReady();
				LauncherProcess second = LauncherProcess.start(this.project)) {
			assertThat(second.awaitExit()).isEqualTo(1);
			assertThat(second.output()).contains("Another local stack (process " + first.process().pid() + ")")
				.contains("-Dcellar.stack.data-directory");
			assertThat(first.process().isAlive()).isTrue();
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
			assertThat(processes()).isEmpty();
		}
	}

	@Test
	void deathOfOnePartIsToldAndEndsAll() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(this.project).awaitReady()) {
			List<ProcessHandle> parts = processes();
			process("cache-gateway").destroyForcibly();
			assertThat(launcher.awaitExit()).isEqualTo(1);
			assertThat(launcher.output()).contains("cache-gateway ended by itself with exit code 137",
					"[cache-gateway] stand-in listens on");
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void deathOfPostmasterIsToldAndEndsAll() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(this.project).awaitReady()) {
			List<ProcessHandle> parts = processes();
			process("postgresql").destroyForcibly();
			assertThat(launcher.awaitExit()).isEqualTo(1);
			assertThat(launcher.output()).contains("postgresql ended by itself");
			assertThat(parts).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void secretsAreReadableForTheOwnerAlone() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(this.project).awaitReady()) {
			Path data = this.project.resolve(".cellar");
			try (Stream<Path> files = Stream.concat(Files.list(data.resolve("secrets")),
					Files.list(data.resolve("config")))) {
				assertThat(files).isNotEmpty()
					.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
						.isEqualTo("rw-------"));
			}
			assertThat(Files.readString(data.resolve("config/catalog-service.properties"))).doesNotContain("test-token")
				.contains("{sha256}");
			assertThat(launcher.output()).doesNotContain("test-token");
			String secret = Files.readString(data.resolve("secrets/object-store-secret-key")).strip();
			assertThat(processes()).noneMatch((part) -> part.info().commandLine().orElse("").contains(secret));
		}
	}

	private List<String> stopped(LauncherProcess launcher) {
		return launcher.output()
			.lines()
			.filter((line) -> line.endsWith("  stopped"))
			.map((line) -> line.strip().split("\\s+")[2])
			.toList();
	}

	private List<ProcessHandle> processes() {
		return registered().stream().flatMap((process) -> process.find().stream()).toList();
	}

	private ProcessHandle process(String name) {
		return registered().stream()
			.filter((process) -> process.name().equals(name))
			.flatMap((process) -> process.find().stream())
			.findFirst()
			.orElseThrow();
	}

	private List<RegisteredProcess> registered() {
		Path run = this.project.resolve(".cellar/run");
		return Stream.of("processes", "watchdog")
			.map(run::resolve)
			.filter(Files::exists)
			.flatMap((file) -> new LogFile(file).tail(20).stream())
			.flatMap((line) -> RegisteredProcess.parse(line).stream())
			.toList();
	}

}
