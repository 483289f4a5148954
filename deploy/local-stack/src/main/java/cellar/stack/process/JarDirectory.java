package cellar.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Copies of the jars that one start runs. A build writes its jars in place, and a program
 * loads classes from its own for as long as it runs.
 *
 * @param path the directory
 */
public record JarDirectory(Path path) {

	/**
	 * Copies a jar, in place of one of that name.
	 * @param jar what was built
	 * @return what to run
	 * @throws IOException if it could not be copied
	 */
	public Path add(Path jar) throws IOException {
		Files.createDirectories(this.path);
		Path copy = this.path.resolve(jar.getFileName());
		Path fresh = copy.resolveSibling(jar.getFileName() + ".new");
		Files.copy(jar, fresh, StandardCopyOption.REPLACE_EXISTING);
		return Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
	}

}
