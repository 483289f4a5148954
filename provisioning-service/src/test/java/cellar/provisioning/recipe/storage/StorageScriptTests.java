package cellar.provisioning.recipe.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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

	private StorageMachine machine;

	@BeforeEach
	void setUp() throws IOException {
		this.machine = new StorageMachine(this.directory);
		blank();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "ext4|mkfs.ext4 -q -E nodiscard -L data", "xfs|mkfs.xfs -q -K -L data",
			"btrfs|mkfs.btrfs -q -K -L data" })
	void prepareWhenDiskIsBlankFormatsItWithoutForce(String filesystem, String expected) throws Exception {
		Path disk = this.machine.disk("vdb");
		StorageMachine.Result result = this.machine
			.run(Map.of("CELLAR_DEVICE", disk.toString(), "CELLAR_FILESYSTEM", filesystem));
		assertThat(result.code()).as(result.output()).isZero();
		assertThat(this.machine.calls()).containsExactly(expected + " " + disk);
	}

	@Test
	void prepareWhenDiskHasOurLabelKeepsIt() throws Exception {
		holds("ext4", "data", 0);
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", this.machine.disk("vdb").toString()));
		assertThat(result.code()).isZero();
		assertThat(result.output()).contains("keeps its ext4 filesystem data");
		assertThat(this.machine.calls()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "ext4,other,0", "ntfs,'',0", "swap,data,0", "LVM2_member,data,0", "'','',0", "'','',8", "ext4,'',0" })
	void prepareWhenDiskHoldsAnythingElseRefusesIt(String type, String label, int code) throws Exception {
		holds(type, label, code);
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", this.machine.disk("vdb").toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("is not formatted");
		assertThat(this.machine.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4, 127 })
	void prepareWhenDiskCannotBeReadRefusesIt(int code) throws Exception {
		holds("", "", code);
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", this.machine.disk("vdb").toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(this.machine.calls()).isEmpty();
	}

	@Test
	void prepareWhenAdoptingLabelsAnUnlabelledExtDisk() throws Exception {
		holds("ext3", "", 0);
		Path disk = this.machine.disk("vdb");
		StorageMachine.Result result = this.machine
			.run(Map.of("CELLAR_DEVICE", disk.toString(), "CELLAR_EXISTING", "adopt"));
		assertThat(result.code()).isZero();
		assertThat(this.machine.calls()).containsExactly("e2label " + disk + " data");
	}

	@ParameterizedTest
	@CsvSource({ "ext3,other", "xfs,''", "ntfs,''" })
	void prepareWhenAdoptingRefusesAnyOtherDisk(String type, String label) throws Exception {
		holds(type, label, 0);
		StorageMachine.Result result = this.machine
			.run(Map.of("CELLAR_DEVICE", this.machine.disk("vdb").toString(), "CELLAR_EXISTING", "adopt"));
		assertThat(result.code()).isEqualTo(1);
		assertThat(this.machine.calls()).isEmpty();
	}

	@Test
	void prepareWhenDiskIsMissingFails() throws Exception {
		StorageMachine.Result result = this.machine
			.run(Map.of("CELLAR_DEVICE", this.machine.dev().resolve("vdb").toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("there is no disk");
		assertThat(this.machine.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "vda", "vda1", "vda2" })
	void prepareWhenDiskIsOfTheRunningSystemRefusesIt(String named) throws Exception {
		Path root = this.machine.disk("vda");
		Path partition = this.machine.disk("vda1");
		this.machine.command("findmnt", "echo " + partition);
		this.machine.command("lsblk", "for last; do :; done; echo \"$last\"; [ $1 != -snrpo ] || echo " + root);
		Path disk = this.machine.disk(named);
		Files.createSymbolicLink(this.machine.dev().resolve("disk/by-label/data"), disk);
		holds("ext4", "data", 0);
		StorageMachine.Result result = this.machine.run(Map.of());
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("belongs to the disk of the running system");
		assertThat(this.machine.calls()).isEmpty();
	}

	@Test
	void prepareWhenDiskHasPartitionsRefusesIt() throws Exception {
		Path disk = this.machine.disk("vdb");
		this.machine.command("lsblk", "echo " + disk + "; echo " + disk + "1");
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", disk.toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(this.machine.calls()).isEmpty();
	}

	@Test
	void prepareWhenAnotherDiskHasOurLabelMakesNoSecondOne() throws Exception {
		Path labelled = this.machine.disk("vdc");
		Path wanted = this.machine.dev().resolve("vdb");
		this.machine.command("sleep", "truncate -s 4M " + wanted + "; ln -s " + labelled + " "
				+ this.machine.dev().resolve("disk/by-label/data"));
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", wanted.toString()));
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("label data is already on");
		assertThat(this.machine.calls()).isEmpty();
	}

	@Test
	void prepareWhenAnotherDiskHasOurLabelLeavesTheNamedDiskAlone() throws Exception {
		Path labelled = this.machine.disk("vdc");
		Files.createSymbolicLink(this.machine.dev().resolve("disk/by-label/data"), labelled);
		holds("ext4", "data", 0);
		StorageMachine.Result result = this.machine.run(Map.of("CELLAR_DEVICE", this.machine.disk("vdb").toString()));
		assertThat(result.output()).contains(labelled + " keeps");
		assertThat(this.machine.calls()).isEmpty();
	}

	@Test
	void prepareWhenDiskHasOurLabelTakesItBeforeOthers() throws Exception {
		Path labelled = this.machine.disk("vdc");
		Files.createSymbolicLink(this.machine.dev().resolve("disk/by-label/data"), labelled);
		this.machine.nvme("AWS0001", "nvme1n1");
		holds("ext4", "data", 0);
		StorageMachine.Result result = this.machine.run(Map.of());
		assertThat(result.output()).contains(labelled + " keeps");
	}

	@Test
	void prepareWhenThereIsALocalNvmeDiskTakesItByItsModel() throws Exception {
		Path disk = this.machine.nvme("AWS0002", "nvme2n1");
		this.machine.nvme("AWS0001-part1", "nvme1n1p1");
		this.machine.nvme("AWS0001-ns-1", "nvme1n1");
		this.machine.nvme("AWS0001_1", "nvme1n1");
		Files.createSymbolicLink(this.machine.dev().resolve("disk/by-id/nvme-Amazon_Elastic_Block_Store_vol0"),
				this.machine.disk("nvme0n1"));
		StorageMachine.Result result = this.machine.run(Map.of());
		assertThat(result.code()).as(result.output()).isZero();
		assertThat(this.machine.calls()).containsExactly("mkfs.ext4 -q -E nodiscard -L data " + disk);
	}

	@ParameterizedTest
	@CsvSource({ "sdb,xvdb", "sdb,vdb", "sda2,vda2", "/dev/sdb,vdb", "xvdb,vdb", "vdb,vdb" })
	void prepareWhenCloudNamesAnEphemeralDiskTakesIt(String named, String present) throws Exception {
		Path disk = this.machine.disk(present);
		this.machine.command("curl", "case \"$*\" in *api/token*) exit 22 ;; esac; echo " + named);
		StorageMachine.Result result = this.machine.run(Map.of());
		assertThat(result.code()).as(result.output()).isZero();
		assertThat(this.machine.calls()).containsExactly("mkfs.ext4 -q -E nodiscard -L data " + disk);
	}

	@Test
	void prepareWhenCloudHasTokensAsksWithOne() throws Exception {
		this.machine.disk("vdb");
		this.machine.command("curl",
				"case \"$*\" in *api/token*) echo secret ;; *aws-ec2-metadata-token:\\ secret*) echo sdb ;; *) exit 22 ;; esac");
		assertThat(this.machine.run(Map.of()).code()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../etc", "sdb;reboot", "hda", "''" })
	void prepareWhenCloudNamesNonsenseFails(String named) throws Exception {
		this.machine.disk("vdb");
		this.machine.command("curl",
				"case \"$*\" in *api/token*) exit 22 ;; esac; echo '" + named.replace("'", "") + "'");
		StorageMachine.Result result = this.machine.run(Map.of());
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.output()).contains("no instance storage");
		assertThat(this.machine.calls()).isEmpty();
	}

	private void blank() throws IOException {
		holds("", "", 2);
	}

	private void holds(String type, String label, int code) throws IOException {
		this.machine.command("blkid", "case \"$*\" in *'-s TYPE'*) echo '" + type + "' ;; *'-s LABEL'*) echo '" + label
				+ "' ;; *) exit " + code + " ;; esac");
	}

}
