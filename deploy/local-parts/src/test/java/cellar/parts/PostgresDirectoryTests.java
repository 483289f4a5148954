package cellar.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresDirectoryTests {

	@TempDir
	private Path path;

	@Test
	void openWhenAttemptBrokeOffBeginsElsewhereAndDeletesIt() throws Exception {
		Path brokenOff = initialise(PostgresDirectory.open(this.path));

		PostgresDirectory next = PostgresDirectory.open(this.path);

		assertThat(next.data()).isNotEqualTo(brokenOff);
		assertThat(brokenOff).doesNotExist();
	}

	@Test
	void openWhenDataIsKeptFindsItAgain() throws Exception {
		PostgresDirectory first = PostgresDirectory.open(this.path);
		Path data = initialise(first);
		first.keepData();
		Path foreign = Files.createDirectories(this.path.resolve("data-of-an-attempt"));

		PostgresDirectory next = PostgresDirectory.open(this.path);

		assertThat(next.data()).isEqualTo(data).isNotEmptyDirectory();
		assertThat(foreign).doesNotExist();
	}

	@Test
	void openWhenMarkerNamesNothingUsesThePlainDirectory() throws Exception {
		Files.createFile(this.path.resolve("initialised"));

		assertThat(PostgresDirectory.open(this.path).pidFile()).isEqualTo(this.path.resolve("data/postmaster.pid"));
	}

	private static Path initialise(PostgresDirectory directory) throws IOException {
		Files.createDirectories(directory.data());
		Files.writeString(directory.data().resolve("PG_VERSION"), "18");
		return directory.data();
	}

}
