package cellar.catalog.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A file that comes with the program.
 */
final class ClassPathFile {

	private ClassPathFile() {
	}

	static byte[] read(String name) {
		try (InputStream stream = ClassPathFile.class.getClassLoader().getResourceAsStream(name)) {
			return Objects.requireNonNull(stream, name).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
