package cellar.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import cellar.stack.part.Console;
import cellar.stack.secret.Secret;
import cellar.stack.starter.Starter;

/**
 * Publishes the starter catalog where others have started the platform, and ends. The
 * settings are {@code cellar.starter.catalog-url}, {@code cellar.starter.token-file} (the
 * token of somebody who may publish) and {@code cellar.starter.data-directory}, as system
 * properties or environment variables. Leaves with status 1 if it could not be published;
 * what was done by then is not done again.
 */
final class StarterProgram {

	private StarterProgram() {
	}

	/**
	 * Publishes the starter catalog.
	 * @param arguments not used
	 */
	static void main(String[] arguments) {
		Console console = new Console(System.out, Instant.now());
		try {
			starter(new Settings(System.getProperties(), System.getenv()), console).publish();
		}
		catch (RuntimeException ex) {
			console.print((ex.getMessage() != null) ? ex.getMessage() : ex.toString());
			System.exit(1);
		}
	}

	private static Starter starter(Settings settings, Console console) {
		Path data = Path.of(required(settings, "cellar.starter.data-directory"));
		Path token = Path.of(required(settings, "cellar.starter.token-file"));
		return new Starter(required(settings, "cellar.starter.catalog-url"), read(token), data,
				Path.of(System.getProperty("java.io.tmpdir")), console);
	}

	private static String required(Settings settings, String property) {
		return settings.get(property)
			.orElseThrow(() -> new IllegalArgumentException("'%s' must be given".formatted(property)));
	}

	private static Secret read(Path token) {
		try {
			return new Secret(Files.readString(token).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The token cannot be read from '%s'".formatted(token), ex);
		}
	}

}
