package cellar.catalog.tarball;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Member;
import cellar.catalog.layout.Role;

import static org.assertj.core.api.Assertions.assertThat;

class TarballReaderTests {

	private static final String DIRECTORY = "euca-centos6.4-ec2user-2013.07.12-x86_64/";

	@Test
	void readWhenHypervisorHasItsKernelTellsBoth() {
		Layout layout = Tarballs.read(new TarballBuilder().directory(DIRECTORY)
			.directory(DIRECTORY + "kvm-kernel/")
			.file(DIRECTORY + "kvm-kernel/initramfs-2.6.32-358.11.1.el6.x86_64.img", "ramdisk")
			.file(DIRECTORY + "kvm-kernel/vmlinuz-2.6.32-358.11.1.el6.x86_64", "kernel")
			.file(DIRECTORY + "xen-kernel/vmlinuz-2.6.32-xen", "xen")
			.file(DIRECTORY + "centos.img", "image"));
		assertThat(layout.hypervisors()).containsExactly("kvm", "xen");
		assertThat(layout.singleKernel()).isFalse();
		assertThat(layout.members()).extracting(Member::role)
			.containsExactly(Role.RAMDISK, Role.KERNEL, Role.KERNEL, Role.IMAGE);
		assertThat(layout.expandedSize()).isEqualTo(21);
		assertThat(layout.hints()).isEmpty();
	}

	@Test
	void readWhenKernelStandsBesideImageTellsSingleKernel() {
		Layout layout = Tarballs.read(new TarballBuilder().file("./initrd.img-2.6.32-5-amd64", "ramdisk")
			.file("./vmlinuz-2.6.32-5-amd64", "kernel")
			.file("./debian.img", "image"));
		assertThat(layout.singleKernel()).isTrue();
		assertThat(layout.hypervisors()).isEmpty();
		assertThat(layout.members()).contains(new Member("debian.img", Role.IMAGE, 5));
	}

	@Test
	void readWhenThereIsNoKernelTellsNone() {
		Layout layout = Tarballs.read(new TarballBuilder().file("hvm/disk.img", "image"));
		assertThat(layout.singleKernel()).isFalse();
		assertThat(layout.members()).containsExactly(new Member("hvm/disk.img", Role.IMAGE, 5));
	}

	@ParameterizedTest
	@CsvSource({ "maverick-server-uec-amd64-vmlinuz-virtual, KERNEL", "maverick-server-uec-amd64-loader, RAMDISK",
			"initrd-2.6.28-11-generic, RAMDISK", "vmlinux, KERNEL", "disk.raw, IMAGE", "initramfs.img, RAMDISK" })
	void readWhenMemberHasKnownNameTellsItsRole(String name, Role role) {
		Layout layout = Tarballs.read(new TarballBuilder().file("a/" + name, "x").file("a/disk.img", "image"));
		assertThat(layout.members()).contains(new Member("a/" + name, role, 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "README", ".disk.img", "._disk.img", ".vmlinuz", "disk.img.txt" })
	void readWhenNameMeansNothingPassesItOver(String name) {
		Layout layout = Tarballs.read(new TarballBuilder().file("a/" + name, "x").file("a/disk.img", "image"));
		assertThat(layout.members()).extracting(Member::path).containsExactly("a/disk.img");
	}

	@Test
	void readWhenClientsWouldDifferHints() {
		Layout layout = Tarballs.read(new TarballBuilder().file("a/one.raw", "1")
			.file("a/two.raw", "2")
			.file("a/vmlinuz", "k")
			.file("b/xen-kernel/vmlinuz", "k")
			.link("a/initrd.img", '2', "initrd.img-2.6"));
		assertThat(layout.hints()).hasSize(5);
		assertThat(layout.singleKernel()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "a/link, ../a/disk.img", "a/link, ./disk.img", "link, a/disk.img", "a/b/link, ../../disk.img" })
	void readWhenSymbolicLinkStaysInsideKeepsTarball(String name, String target) {
		TarballBuilder tarball = new TarballBuilder().file("a/disk.img", "image").link(name, '2', target);
		assertThat(Tarballs.read(tarball).members()).hasSize(1);
	}

	@Test
	void readWhenHardLinkLeadsToFileBeforeKeepsTarball() {
		TarballBuilder tarball = new TarballBuilder().file("a/disk.img", "image").link("a/copy", '1', "a/disk.img");
		assertThat(Tarballs.read(tarball).members()).hasSize(1);
	}

	@Test
	void readWhenNamesAreLongUnderstandsPosixAndGnu() throws IOException {
		String name = "directory/".repeat(20) + "disk.img";
		for (int mode : new int[] { TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX }) {
			Layout layout = Tarballs.read(byLibrary(name, mode));
			assertThat(layout.members()).containsExactly(new Member(name, Role.IMAGE, 5));
		}
	}

	private static byte[] byLibrary(String name, int mode) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (TarArchiveOutputStream tar = new TarArchiveOutputStream(file)) {
			tar.setLongFileMode(mode);
			TarArchiveEntry entry = new TarArchiveEntry(name);
			entry.setSize(5);
			tar.putArchiveEntry(entry);
			tar.write("image".getBytes(StandardCharsets.US_ASCII));
			tar.closeArchiveEntry();
		}
		return file.toByteArray();
	}

	@Test
	void readWhenMemberHasHolesCountsThem() {
		byte[] header = new byte[512];
		TarballBuilder.put(header, 0, "disk.img");
		TarballBuilder.put(header, 124, "5");
		header[156] = 'S';
		header[482] = 1;
		TarballBuilder.put(header, 483, "1000");
		Layout layout = Tarballs
			.read(new TarballBuilder().block(header).raw(new byte[512]).data("image".getBytes(StandardCharsets.UTF_8)));
		assertThat(layout.expandedSize()).isEqualTo(512);
		assertThat(layout.hints()).singleElement().asString().contains("holes");
	}

	@Test
	void readWhenPaxTellsOfHolesCountsThem() {
		TarballBuilder tarball = new TarballBuilder()
			.meta('x',
					TarballBuilder.record("GNU.sparse.name", "disk.img")
							+ TarballBuilder.record("GNU.sparse.realsize", "4096"))
			.file("GNUSparseFile.0/disk.img", "1\n0\n5\nimage");
		assertThat(Tarballs.read(tarball).members()).containsExactly(new Member("disk.img", Role.IMAGE, 4096));
	}

}
