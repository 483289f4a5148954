package cellar.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Command lines of Java programs, run by the Java that runs this one.
 */
public final class JavaProgram {

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

	static List<String> java(List<String> options) {
		List<String> line = new ArrayList<>();
		line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		line.addAll(options);
		return line;
	}

}
