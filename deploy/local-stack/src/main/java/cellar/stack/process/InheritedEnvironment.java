package cellar.stack.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * What this process hands on to every process that it starts, also where a library starts
 * it and asks nobody. Java itself can only read it.
 */
public final class InheritedEnvironment {

	private InheritedEnvironment() {
	}

	/**
	 * Removes variables. {@link System#getenv()} still knows them.
	 * @param prefix how their names begin
	 */
	public static void remove(String prefix) {
		List<String> names = System.getenv().keySet().stream().filter((name) -> name.startsWith(prefix)).toList();
		if (names.isEmpty()) {
			return;
		}
		MethodHandle unsetenv = unsetenv();
		try (Arena arena = Arena.ofConfined()) {
			for (String name : names) {
				unsetenv.invoke(arena.allocateFrom(name));
			}
		}
		catch (Throwable ex) {
			throw new IllegalStateException("The environment could not be changed", ex);
		}
	}

	@SuppressWarnings("restricted") // a function of POSIX that takes one string
	private static MethodHandle unsetenv() {
		Linker linker = Linker.nativeLinker();
		return linker.downcallHandle(linker.defaultLookup().findOrThrow("unsetenv"),
				FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
	}

}
