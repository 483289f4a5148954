package cellar.gateway.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CacheDirectory} and {@link Deletions}.
 */
class CacheDirectoryTests {

	private static final KeyHash HASH = KeyHash.of("some key");

	@TempDir
	private Path temporary;

	private CacheDirectory directory;

	@BeforeEach
	void open() throws IOException {
		this.directory = CacheDirectory.open(Storage.LOCAL, this.temporary);
	}

	@Test
	void deleteTakesFilesAwayThatAreStillBegun() throws IOException {
		ObjectFile begun = this.directory.create(HASH).of(new SliceTable(10, 4096), 1);
		FileName finished = save();
		Deletions deletions = new Deletions(this.directory);
		assertThat(deletions.delete(() -> List.of(begun.name(), finished))).isTrue();
		deletions.sync();
		assertThat(parent()).isEmptyDirectory();
		assertThat(this.directory.isGone(finished)).isTrue();
	}

	private FileName save() throws IOException {
		ObjectFile file = this.directory.create(HASH).of(new SliceTable(0, 4096), 1);
		file.save(() -> new byte[] { 1 });
		file.channel().release();
		return file.name();
	}

	private Path parent() {
		return Layout.in(this.temporary).parent(HASH);
	}

}
