package cellar.provisioning.recipe.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A machine with files in place of disks, on which the script runs. Commands that would
 * change a disk only write down that they were called.
 */
class StorageMachine {

	private static final long DISK_SIZE = 4L * 1024 * 1024;

	private final Path directory;

	private final Path dev;

	private final Path bin;

	StorageMachine(Path directory) throws IOException {
		this.directory = directory;
		this.dev = Files.createDirectories(directory.resolve("dev")).toRealPath();
		this.bin = Files.createDirectories(directory.resolve("bin"));
		Files.createDirectories(this.dev.resolve("disk/by-label"));
		Files.createDirectories(this.dev.resolve("disk/by-id"));
		for (String name : List.of("mkfs.ext4", "mkfs.xfs", "mkfs.btrfs", "e2label")) {
			command(name, "echo " + name + " \"$@\" >>" + log());
		}
		command("udevadm", "exit 0");
		command("sleep", "exit 0");
		command("curl", "exit 7");
		command("findmnt", "echo overlay");
		command("lsblk", "for last; do :; done; echo \"$last\"");
	}

	Path dev() {
		return this.dev;
	}

	Path nvme(String serial, String name) throws IOException {
		Path disk = disk(name);
		Files.createSymbolicLink(this.dev.resolve("disk/by-id/nvme-Amazon_EC2_NVMe_Instance_Storage_" + serial), disk);
		return disk;
	}

	/**
	 * Returns a disk, which is blank unless it was there before.
	 * @param name its name
	 * @return its path
	 */
	Path disk(String name) throws IOException {
		Path disk = this.dev.resolve(name);
		if (!Files.exists(disk)) {
			try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
				file.setLength(DISK_SIZE);
			}
		}
		return disk;
	}

	void command(String name, String body) throws IOException {
		Path command = this.bin.resolve(name);
		Files.writeString(command, "#!/bin/sh\n" + body + "\n");
		assertThat(command.toFile().setExecutable(true)).isTrue();
	}

	/**
	 * Returns what was done to disks.
	 * @return the calls
	 */
	List<String> calls() throws IOException {
		return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
	}

	private Path log() {
		return this.directory.resolve("calls");
	}

	/**
	 * Runs the script.
	 * @param environment what it is told
	 * @return what it said
	 */
	Result run(Map<String, String> environment) throws IOException, InterruptedException {
		Path script = this.directory.resolve("script");
		// A device file may stand there although nothing answers behind it.
		Files.writeString(script, StorageScript.TEXT.replaceFirst("\nprepare\n$", """

				is_block() { [ -e "\\$1" ] || [ "\\${1##*/}" = gone ]; }
				size_of() { [ "\\${1##*/}" = gone ] && echo %d || stat -c %%s "\\$1"; }
				dev=%s
				prepare
				""".formatted(DISK_SIZE, this.dev)));
		ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true);
		builder.environment().clear();
		builder.environment().put("PATH", this.bin + ":/usr/sbin:/usr/bin:/sbin:/bin");
		builder.environment().putAll(new TreeMap<>(Map.of("CELLAR_LABEL", "data", "CELLAR_FILESYSTEM", "ext4")));
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return new Result(process.exitValue(), output);
	}

	record Result(int code, String output) {

	}

}
