package cellar.provisioning.recipe.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests which disks are formatted, with the real tools that look at them.
 */
class BlankDiskTests {

	@TempDir
	private Path directory;

	private StorageMachine machine;

	@BeforeEach
	void setUp() throws IOException {
		this.machine = new StorageMachine(this.directory);
	}

	@Test
	void prepareWhenDiskIsAllZerosFormatsIt() throws Exception {
		Path disk = this.machine.disk("vdb");
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", disk.toString()));
		assertThat(result.code()).as(result.output()).isZero();
		assertThat(this.machine.calls()).containsExactly("mkfs.ext4 -q -E nodiscard -L data " + disk);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 777_777, 1024 * 1024 - 1, 3 * 1024 * 1024, 4 * 1024 * 1024 - 1 })
	void prepareWhenDiskHasAnyOtherByteRefusesIt(long position) throws Exception {
		Path disk = this.machine.disk("vdb");
		write(disk, position, new byte[] { 1 });
		assertRefused(disk);
	}

	@Test
	void prepareWhenDiskHasUnknownContentRefusesIt() throws Exception {
		byte[] content = new byte[4 * 1024 * 1024];
		new Random(42).nextBytes(content);
		Path disk = this.machine.disk("vdb");
		write(disk, 0, content);
		assertRefused(disk);
	}

	@Test
	void prepareWhenDiskCannotBeOpenedRefusesIt() throws Exception {
		assertRefused(this.machine.dev().resolve("gone"));
	}

	@Test
	void prepareWhenDiskIsShorterThanItSaysRefusesIt() throws Exception {
		Path disk = this.machine.disk("vdb");
		this.machine.command("stat", "echo 8388608");
		assertRefused(disk);
	}

	private void assertRefused(Path disk) throws IOException, InterruptedException {
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", disk.toString()));
		assertThat(result.code()).as(result.output()).isEqualTo(1);
		assertThat(result.output()).contains("is not formatted");
		assertThat(this.machine.calls()).isEmpty();
	}

	private static void write(Path disk, long position, byte[] content) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
			file.seek(position);
			file.write(content);
		}
	}

}
