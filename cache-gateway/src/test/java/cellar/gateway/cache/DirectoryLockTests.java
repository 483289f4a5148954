package cellar.gateway.cache;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DirectoryLockTests {

	@TempDir
	private Path directory;

	@Test
	void takeWhenHeldFailsUntilItIsReleased() throws IOException {
		Path cache = this.directory.resolve("cache");
		DirectoryLock held = DirectoryLock.take(cache);
		assertThatIllegalStateException().isThrownBy(() -> DirectoryLock.take(cache))
			.withMessageContaining("is in use by another gateway");
		held.close();
		DirectoryLock.take(cache).close();
	}

}
