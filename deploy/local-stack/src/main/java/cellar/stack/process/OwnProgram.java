package cellar.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this very program runs from: its executable jar, or class files and libraries.
 *
 * @param classPath where its classes are, absolute
 */
public record OwnProgram(List<Path> classPath) {

	private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	public OwnProgram {
		classPath = List.copyOf(classPath);
	}

	/**
	 * Returns the program as it was started.
	 * @return the program
	 */
	public static OwnProgram running() {
		// Relative to where this program was started; that one may start elsewhere.
		return new OwnProgram(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map((element) -> Path.of(element).toAbsolutePath())
			.toList());
	}

	/**
	 * Returns the program with its executable jar copied; class files stay where they
	 * are.
	 * @param jars where the copy goes
	 * @return the program to run other main classes of
	 * @throws IOException if it could not be copied
	 */
	public OwnProgram copiedTo(JarDirectory jars) throws IOException {
		return isOneJar() ? new OwnProgram(List.of(jars.add(this.classPath.getFirst()))) : this;
	}

	/**
	 * Returns the command line of another main class.
	 * @param main the main class
	 * @param options options of the virtual machine
	 * @param arguments arguments of the program
	 * @return the command line
	 */
	public List<String> command(Class<?> main, List<String> options, String... arguments) {
		String path = this.classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
		List<String> line = new ArrayList<>(JavaProgram.java(options));
		if (isOneJar() && isExecutableJar()) {
			line.addAll(List.of("-Dloader.main=" + main.getName(), "-cp", path, BOOT_LAUNCHER));
		}
		else {
			line.addAll(List.of("-cp", path, main.getName()));
		}
		line.addAll(List.of(arguments));
		return line;
	}

	private boolean isOneJar() {
		return this.classPath.size() == 1 && Files.isRegularFile(this.classPath.getFirst());
	}

	private static boolean isExecutableJar() {
		return ClassLoader.getSystemResource(BOOT_LAUNCHER.replace('.', '/') + ".class") != null;
	}

}
