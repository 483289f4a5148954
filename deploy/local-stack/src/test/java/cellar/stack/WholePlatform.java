package cellar.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

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
		Class<?> type = parameter.getParameter().getType();
		return type == Stack.class || type == Visitor.class || type == FirstMetrics.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
		Running running = test.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Running.class, (key) -> Running.start(), Running.class);
		return running.get(parameter.getParameter().getType());
	}

	/**
	 * What is stopped and removed after the last test. If it does not start, its logs
	 * stay.
	 */
	private record Running(Path directory, Stack stack, Visitor visitor,
			FirstMetrics metrics) implements AutoCloseable {

		private static Running start() {
			try {
				Path project = Path.of(System.getProperty("cellar.stack.project"));
				String version = System.getProperty("cellar.stack.version");
				Path directory = Files.createTempDirectory("whole-platform");
				Stack stack = Stack.start(StackOptions.onFreePorts(project, version, directory),
						new Console(System.out, Instant.now()));
				Visitor visitor = new Visitor(stack);
				return new Running(directory, stack, visitor, FirstMetrics.of(visitor));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private Object get(Class<?> type) {
			return (type == Stack.class) ? this.stack : (type == Visitor.class) ? this.visitor : this.metrics;
		}

		@Override
		public void close() {
			this.visitor.close();
			this.stack.close();
			Directories.delete(this.directory);
		}

	}

}
