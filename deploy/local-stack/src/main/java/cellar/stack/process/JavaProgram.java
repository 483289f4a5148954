package cellar.stack.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Command lines of Java programs, run by the Java that runs this one.
 */
public final class JavaProgram {

	private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private JavaProgram() {
	}

	/**
	 * Returns the command line of an executable jar.
	 * @param jar the jar
	 * @param options options of the virtual machine
	 * @return the command line
	 */
	public static List<String> jar(Path jar, List<String> options) {
		List<String> line = java(options);
		line.addAll(List.of("-jar", jar.toString()));
		return line;
	}

	/**
	 * Returns the command line of another main class of this very program, be it run from
	 * its executable jar or from class files.
	 * @param main the main class
	 * @param options options of the virtual machine
	 * @param arguments arguments of the program
	 * @return the command line
	 */
	public static List<String> own(Class<?> main, List<String> options, String... arguments) {
		// Relative to where this program was started; that one may start elsewhere.
		String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map((element) -> Path.of(element).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
		List<String> line = java(options);
		if (classPath.contains(File.pathSeparator) || !isExecutableJar()) {
			line.addAll(List.of("-cp", classPath, main.getName()));
		}
		else {
			line.addAll(List.of("-Dloader.main=" + main.getName(), "-cp", classPath, BOOT_LAUNCHER));
		}
		line.addAll(List.of(arguments));
		return line;
	}

	private static boolean isExecutableJar() {
		return ClassLoader.getSystemResource(BOOT_LAUNCHER.replace('.', '/') + ".class") != null;
	}

	private static List<String> java(List<String> options) {
		List<String> line = new ArrayList<>();
		line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		line.addAll(options);
		return line;
	}

}
