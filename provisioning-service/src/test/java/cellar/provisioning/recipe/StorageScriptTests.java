package cellar.provisioning.recipe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what the script decides, with commands in its path that say what the test tells
 * them and write down what they were asked for.
 */
class StorageScriptTests {

	@TempDir
	private Path directory;

	private Path dev;

	private Path bin;

	@BeforeEach
	void setUp() throws IOException {
		this.dev = Files.createDirectories(this.directory.resolve("dev"));
		this.bin = Files.createDirectories(this.directory.resolve("bin"));
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
		blank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "ext4|mkfs.ext4 -q -E nodiscard -L data", "xfs|mkfs.xfs -q -K -L data",
			"btrfs|mkfs.btrfs -q -K -L data" })
	void blankDiskIsFormattedWithoutForce(String filesystem, String expected) throws Exception {
		Path disk = disk("vdb");
		Result result = run(Map.of("CELLAR_DEVICE", disk.toString(), "CELLAR_FILESYSTEM", filesystem));
		assertThat(result.code()).as(result.output()).isZero();
		assertThat(calls()).containsExactly(expected + " " + disk);
	}

	@Test
	void diskWithOurLabelIsKept() throws Exception {
		holds("ext4", "data", 0);
		Result result = run(Map.of("CELLAR_DEVICE", disk("vdb").toString()));
		assertThat(result.code()).isZero();
		assertThat(result.output()).contains("keeps its ext4 filesystem data");
		assertThat(calls()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ext4,other,0", "ntfs,'',0", "swap,data,0", "LVM2_member,data,0", "'','',0", "'','',8", "ext4,'',0" })
	void diskThatHoldsAnythingElseIsRefused(String type, String label, int code) throws Exception {
		holds(type, label, code);
		Result result = run(Map.of("CELLAR_DEVICE", disk("vdb").toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("is not formatted");
		assertThat(calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4, 127 })
	void diskThatCannotBeReadIsRefused(int code) throws Exception {
		holds("", "", code);
		Result result = run(Map.of("CELLAR_DEVICE", disk("vdb").toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(calls()).isEmpty();
	}

	@Test
	void unlabelledExtDiskIsAdoptedOnRequest() throws Exception {
		holds("ext3", "", 0);
		Path disk = disk("vdb");
		Result result = run(Map.of("CELLAR_DEVICE", disk.toString(), "CELLAR_EXISTING", "adopt"));
		assertThat(result.code()).isZero();
		assertThat(calls()).containsExactly("e2label " + disk + " data");
	}

	@ParameterizedTest
	@CsvSource({ "ext3,other", "xfs,''", "ntfs,''" })
	void nothingElseIsAdopted(String type, String label) throws Exception {
		holds(type, label, 0);
		Result result = run(Map.of("CELLAR_DEVICE", disk("vdb").toString(), "CELLAR_EXISTING", "adopt"));
		assertThat(result.code()).isEqualTo(1);
		assertThat(calls()).isEmpty();
	}

	@Test
	void missingDiskIsNotTakenForABlankOne() throws Exception {
		Result result = run(Map.of("CELLAR_DEVICE", this.dev.resolve("vdb").toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("there is no disk");
		assertThat(calls()).isEmpty();
	}

	@Test
	void diskOfTheRunningSystemIsRefused() throws Exception {
		Path root = disk("vda");
		Path partition = disk("vda1");
		command("findmnt", "echo " + partition);
		command("lsblk",
				"case $1 in -snrpo) echo " + partition + "; echo " + root + " ;; *) echo " + root + " ;; esac");
		Result result = run(Map.of("CELLAR_DEVICE", root.toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("carries the running system");
		assertThat(calls()).isEmpty();
	}

	@Test
	void diskWithPartitionsIsRefused() throws Exception {
		Path disk = disk("vdb");
		command("lsblk", "echo " + disk + "; echo " + disk + "1");
		Result result = run(Map.of("CELLAR_DEVICE", disk.toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(calls()).isEmpty();
	}

	@Test
	void secondDiskWithOurLabelIsNeverMade() throws Exception {
		Files.createSymbolicLink(this.dev.resolve("disk/by-label/data"), disk("vdc"));
		Result result = run(Map.of("CELLAR_DEVICE", disk("vdb").toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("label data is already on");
		assertThat(calls()).isEmpty();
	}

	@Test
	void labelComesBeforeOtherDisks() throws Exception {
		Path labelled = disk("vdc");
		Files.createSymbolicLink(this.dev.resolve("disk/by-label/data"), labelled);
		nvme("AWS0001", "nvme1n1");
		holds("ext4", "data", 0);
		Result result = run(Map.of());
		assertThat(result.output()).contains(labelled + " keeps");
	}

	@Test
	void localNvmeDiskIsTakenByItsModelAndNoneOfItsAliases() throws Exception {
		Path disk = nvme("AWS0002", "nvme2n1");
		nvme("AWS0001-part1", "nvme1n1p1");
		nvme("AWS0001-ns-1", "nvme1n1");
		nvme("AWS0001_1", "nvme1n1");
		Files.createSymbolicLink(this.dev.resolve("disk/by-id/nvme-Amazon_Elastic_Block_Store_vol0"), disk("nvme0n1"));
		Result result = run(Map.of());
		assertThat(result.code()).as(result.output()).isZero();
		assertThat(calls()).containsExactly("mkfs.ext4 -q -E nodiscard -L data " + disk);
	}

	@ParameterizedTest
	@CsvSource({ "sdb,xvdb", "sdb,vdb", "sda2,vda2", "/dev/sdb,vdb", "xvdb,vdb", "vdb,vdb" })
	void diskThatTheCloudCallsEphemeralIsTaken(String named, String present) throws Exception {
		Path disk = disk(present);
		command("curl", "case \"$*\" in *api/token*) exit 22 ;; esac; echo " + named);
		Result result = run(Map.of());
		assertThat(result.code()).as(result.output()).isZero();
		assertThat(calls()).containsExactly("mkfs.ext4 -q -E nodiscard -L data " + disk);
	}

	@Test
	void metadataIsAskedWithATokenWhereThereAreTokens() throws Exception {
		disk("vdb");
		command("curl",
				"case \"$*\" in *api/token*) echo secret ;; *aws-ec2-metadata-token:\\ secret*) echo sdb ;; *) exit 22 ;; esac");
		assertThat(run(Map.of()).code()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc", "sdb;reboot", "hda", "''" })
	void nonsenseFromTheMetadataIsNotGuessedAbout(String named) throws Exception {
		disk("vdb");
		command("curl", "case \"$*\" in *api/token*) exit 22 ;; esac; echo '" + named.replace("'", "") + "'");
		Result result = run(Map.of());
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("no instance storage");
		assertThat(calls()).isEmpty();
	}

	private Path nvme(String serial, String name) throws IOException {
		Path disk = disk(name);
		Files.createSymbolicLink(this.dev.resolve("disk/by-id/nvme-Amazon_EC2_NVMe_Instance_Storage_" + serial), disk);
		return disk;
	}

	private Path disk(String name) throws IOException {
		Path disk = this.dev.resolve(name);
		return Files.exists(disk) ? disk : Files.createFile(disk).toRealPath();
	}

	private void blank() throws IOException {
		holds("", "", 2);
	}

	private void holds(String type, String label, int code) throws IOException {
		command("blkid", "case \"$*\" in *'-s TYPE'*) echo '" + type + "' ;; *'-s LABEL'*) echo '" + label
				+ "' ;; *) exit " + code + " ;; esac");
	}

	private void command(String name, String body) throws IOException {
		Path command = this.bin.resolve(name);
		Files.writeString(command, "#!/bin/sh\n" + body + "\n");
		assertThat(command.toFile().setExecutable(true)).isTrue();
	}

	private Path log() {
		return this.directory.resolve("calls");
	}

	private List<String> calls() throws IOException {
		return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
	}

	/**
	 * Runs the script with plain files in place of disks.
	 * @param environment what it is told
	 * @return what it said
	 */
	private Result run(Map<String, String> environment) throws IOException, InterruptedException {
		Path script = this.directory.resolve("script");
		Files.writeString(script, StorageScript.TEXT.replaceFirst("\nprepare\n$",
				"\nis_block() { [ -e \"\\$1\" ]; }\ndev=" + this.dev.toRealPath() + "\nprepare\n"));
		ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true);
		builder.environment().clear();
		builder.environment().put("PATH", this.bin + ":/usr/bin:/bin");
		builder.environment().putAll(new TreeMap<>(Map.of("CELLAR_LABEL", "data", "CELLAR_FILESYSTEM", "ext4")));
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return new Result(process.exitValue(), output);
	}

	private record Result(int code, String output) {

	}

}
