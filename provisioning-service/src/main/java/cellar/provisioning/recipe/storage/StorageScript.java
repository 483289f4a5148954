package cellar.provisioning.recipe.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The script that runs on the machine. Nothing is written into it: what it shall do
 * reaches it through its environment.
 */
final class StorageScript {

	static final String TEXT = read("prepare-storage.sh");

	private StorageScript() {
	}

	private static String read(String name) {
		try (InputStream script = StorageScript.class.getResourceAsStream(name)) {
			if (script == null) {
				throw new IllegalStateException("The application lacks its resource '" + name + "'");
			}
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
