package cellar.stack.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import cellar.parts.ObjectStoreServer;
import cellar.stack.part.Part;
import cellar.stack.part.Running;
import cellar.stack.process.Command;
import cellar.stack.process.LogFile;
import cellar.stack.process.ProcessIdentity;
import cellar.stack.process.StopSignal;
import cellar.stack.watchdog.ProcessRegistry;
import cellar.stack.watchdog.RegisteredProcess;

/**
 * The object store.
 *
 * @param directory where it keeps everything
 * @param port where it listens
 * @param keys what it knows its only user by
 * @param pidFile where its process writes its number before it does anything
 * @param log where its output goes
 */
record ObjectStorePart(Path directory, int port, StoreKeys keys, Path pidFile, LogFile log) implements Part {

	static final String NAME = "object-store";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String address() {
		return "http://127.0.0.1:" + this.port;
	}

	@Override
	public Running start(ProcessRegistry registry) throws IOException {
		this.log.rotate();
		Files.deleteIfExists(this.pidFile);
		registry.add(new RegisteredProcess.ByPidFile(NAME, StopSignal.TERM, this.pidFile));
		ObjectStoreServer server = ObjectStoreServer.start(this.directory, this.log.path(), this.port,
				this.keys.access().value(), this.keys.secret().value(),
				List.of("sh", "-c", "echo $$ >\"$0\"\n" + Command.IN_OWN_SESSION, this.pidFile.toString()));
		ProcessHandle process = server.process();
		registry.add(new RegisteredProcess.ByPid(NAME, StopSignal.TERM, ProcessIdentity.of(process)));
		return Running.of(process, StopSignal.TERM, server::stop);
	}

}
