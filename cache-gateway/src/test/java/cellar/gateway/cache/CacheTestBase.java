package cellar.gateway.cache;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A cache of its own for each test, which is at rest once the test is over.
 */
abstract class CacheTestBase {

	@TempDir
	@SuppressWarnings("NullAway.Init") // injected
	Path directory;

	@SuppressWarnings("NullAway.Init") // set before each
	Fixture fixture;

	@BeforeEach
	void openCache() {
		this.fixture = new Fixture(this.directory, 10_000_000, 0);
	}

	@AfterEach
	void closeCache() {
		this.fixture.close();
	}

}
