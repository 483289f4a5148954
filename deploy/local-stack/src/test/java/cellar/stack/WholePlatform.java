package cellar.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import cellar.parts.Directories;
import cellar.stack.part.Console;

/**
 * Gives tests the whole platform, made of the real jars, and somebody who uses it. It is
 * started once for all of them, as that takes longer than any of the tests.
 */
public final class WholePlatform implements ParameterResolver {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(WholePlatform.class);

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
		return running(test).gifts().containsKey(parameter.getParameter().getType());
	}

	@Override
	public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		return running(test).gifts().get(parameter.getParameter().getType());
	}

	private static Running running(ExtensionContext test) {
		return test.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Running.class, (key) -> Running.start(), Running.class);
	}

	/**
	 * What is stopped and removed after the last test. If it does not start, its logs
	 * stay.
	 */
	private record Running(Path directory, Stack stack, Visitor visitor,
			Map<Class<?>, Object> gifts) implements AutoCloseable {

		private static Running start() {
			try {
				Path project = Path.of(System.getProperty("cellar.stack.project"));
				String version = System.getProperty("cellar.stack.version");
				Path directory = Files.createTempDirectory("whole-platform");
				Stack stack = Stack.start(StackOptions.onFreePorts(project, version, directory),
						new Console(System.out, Instant.now()));
				Visitor visitor = new Visitor(stack);
				return new Running(directory, stack, visitor, Map.of(Stack.class, stack, Visitor.class, visitor,
						FirstMetrics.class, FirstMetrics.of(visitor)));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() {
			this.visitor.close();
			this.stack.close();
			Directories.delete(this.directory);
		}

	}

}
