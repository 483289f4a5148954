package cellar.gateway.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DirectoryScan}.
 */
class DirectoryScanTests {

	private static final KeyHash HASH = KeyHash.of("some key");

	@TempDir
	private Path temporary;

	private CacheDirectory directory;

	@BeforeEach
	void open() throws IOException {
		this.directory = CacheDirectory.open(Storage.LOCAL, this.temporary);
	}

	@Test
	void findFindsAllFilesOfAKeyAndNoOthers() throws IOException {
		FileName one = save(HASH);
		FileName other = save(HASH);
		save(KeyHash.of("another key"));
		assertThat(this.directory.scan().find(HASH)).containsExactlyInAnyOrder(one, other);
	}

	@Test
	void readFindsFinishedFilesAndDeletesWhatAnEarlierProcessBegan() throws IOException {
		FileName finished = save(HASH);
		CacheDirectory earlier = CacheDirectory.open(Storage.LOCAL, this.temporary);
		earlier.create(HASH);
		Path foreign = Files.writeString(parent().resolve("notes.txt"), "mine");
		Part ours = this.directory.create(HASH);
		List<FileName> found = new ArrayList<>();
		scan(found);
		assertThat(found).containsExactly(finished);
		assertThat(foreign).exists();
		assertThat(parent()).isDirectoryContaining((file) -> file.toString().endsWith(".part"));
		ours.discard();
		assertThat(parent()).isDirectoryNotContaining((file) -> file.toString().endsWith(".part"));
	}

	@Test
	void readWhenThereIsAFileAmongTheDirectoriesPassesOverIt() throws IOException {
		FileName finished = save(HASH);
		Path foreign = Files.writeString(parent().resolveSibling("notes.txt"), "mine");
		List<FileName> found = new ArrayList<>();
		scan(found);
		assertThat(found).containsExactly(finished);
		assertThat(foreign).exists();
	}

	@Test
	void readPassesOverFilesInTheWrongPlace() throws IOException {
		FileName finished = save(HASH);
		Path misplaced = Files.createDirectories(parent().resolveSibling("zzz")).resolve(finished.toString());
		Files.move(parent().resolve(finished.toString()), misplaced);
		List<FileName> found = new ArrayList<>();
		scan(found);
		assertThat(found).isEmpty();
		assertThat(misplaced).exists();
	}

	@Test
	void findWhenNoFileOfTheKeyWasEverMadeFindsNothing() throws IOException {
		assertThat(this.directory.scan().find(HASH)).isEmpty();
	}

	@Test
	void readWhenTheDirectoryWasTakenAwayFindsNothing() throws IOException {
		List<FileName> found = new ArrayList<>();
		this.directory.scan().read(parent(), found::add);
		assertThat(found).isEmpty();
	}

	@Test
	void readGivesWhatIsBegunAwayOnlyIfItIsOfAnotherProcess() throws IOException {
		String ours = new FileName(HASH, 1, 0, 0).part();
		Files.createFile(Files.createDirectories(parent()).resolve(ours));
		Path theirs = Files.createFile(parent().resolve(new FileName(HASH, 2, 0, 0).part()));
		List<Path> garbage = new ArrayList<>();
		DirectoryScan scan = new DirectoryScan(Layout.in(this.temporary), ours::equals, garbage::add);
		List<FileName> found = new ArrayList<>();
		scan.read(parent(), found::add);
		assertThat(found).isEmpty();
		assertThat(garbage).containsExactly(theirs);
	}

	private void scan(List<FileName> found) throws IOException {
		for (Path each : this.directory.scan().directories()) {
			this.directory.scan().read(each, found::add);
		}
	}

	private FileName save(KeyHash hash) throws IOException {
		ObjectFile file = this.directory.create(hash).of(new SliceTable(0, 4096), 1);
		file.save(() -> new byte[] { 1 });
		file.channel().release();
		return file.name();
	}

	private Path parent() {
		return Layout.in(this.temporary).parent(HASH);
	}

}
