package cellar.stack.platform;

import java.nio.file.Path;

import cellar.stack.process.JarDirectory;
import cellar.stack.process.LogFile;

/**
 * Where everything of one stack lives.
 *
 * @param path the directory, absolute
 */
public record DataDirectory(Path path) {

	public DataDirectory {
		path = path.toAbsolutePath().normalize();
	}

	/**
	 * Returns where a part keeps its data.
	 * @param part the part
	 * @return a directory
	 */
	public Path of(String part) {
		return this.path.resolve(part);
	}

	/**
	 * Returns where the output of a part goes.
	 * @param part the part
	 * @return its log
	 */
	public LogFile log(String part) {
		return new LogFile(logs().resolve(part + ".log"));
	}

	/**
	 * Returns where all logs are.
	 * @return a directory
	 */
	public Path logs() {
		return this.path.resolve("logs");
	}

	/**
	 * Returns where the running processes are written down.
	 * @return a directory
	 */
	public Path run() {
		return this.path.resolve("run");
	}

	/**
	 * Returns where the jars are that one start runs.
	 * @return copies, which nobody needs after that run
	 */
	public JarDirectory jars() {
		return new JarDirectory(run().resolve("jars"));
	}

	/**
	 * Returns where secrets are kept.
	 * @return a directory
	 */
	public Path secrets() {
		return this.path.resolve("secrets");
	}

	/**
	 * Returns where files live that no run needs after its end.
	 * @return a directory
	 */
	public Path temporary() {
		return this.path.resolve("tmp");
	}

	Path configuration(String part) {
		return this.path.resolve("config").resolve(part + ".properties");
	}

}
