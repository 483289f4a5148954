package cellar.stack.platform;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import cellar.parts.PostgresDirectory;
import cellar.parts.PostgresServer;
import cellar.stack.part.Part;
import cellar.stack.part.Running;
import cellar.stack.process.LogFile;
import cellar.stack.process.ProcessIdentity;
import cellar.stack.process.StopSignal;
import cellar.stack.secret.Secret;
import cellar.stack.secret.Secrets;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RegisteredProcess;

/**
 * PostgreSQL, whose postmaster is nobody's child.
 */
final class PostgresPart implements Part {

	static final String NAME = "postgresql";

	private final Path directory;

	private final int port;

	private final LogFile log;

	private final Secret password;

	private volatile @Nullable PostgresServer server;

	PostgresPart(Path directory, int port, LogFile log, Secret password) {
		this.directory = directory;
		this.port = port;
		this.log = log;
		this.password = password;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String address() {
		return "postgresql://postgres@127.0.0.1:" + this.port;
	}

	@Override
	public LogFile log() {
		return this.log;
	}

	@Override
	public Running start(ProcessRegistry registry) throws IOException {
		this.log.rotate();
		PostgresDirectory opened = PostgresDirectory.open(this.directory);
		registry.add(new RegisteredProcess.ByPidFile(NAME, StopSignal.INT, opened.pidFile()));
		PostgresServer started = PostgresServer.start(opened, this.port, this.log.path(), this.password.value());
		this.server = started;
		ProcessHandle process = started.process();
		registry.add(new RegisteredProcess.ByPid(NAME, StopSignal.INT, ProcessIdentity.of(process)));
		return Running.of(process, StopSignal.INT, started::close);
	}

	static Secret password(Secrets secrets) throws IOException {
		return secrets.get(NAME + "-password");
	}

	String createDatabase(String database) {
		PostgresServer running = this.server;
		if (running == null) {
			throw new IllegalStateException("PostgreSQL is not running");
		}
		running.createDatabase(database);
		return running.url(database);
	}

}
