package cellar.stack.starter;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TarballTests {

	@TempDir
	Path directory;

	@Test
	void writeGivesTheSameBytesEveryTime() throws Exception {
		StarterImage image = image("debian-i386-20110702");
		Tarball first = Tarball.write(image, this.directory.resolve("first"));
		Tarball second = Tarball.write(image, this.directory.resolve("second"));
		assertThat(first.file()).hasSameBinaryContentAs(second.file());
		assertThat(first.sha256()).isEqualTo(second.sha256()).hasSize(64);
		assertThat(first.size()).isEqualTo(Files.size(first.file()));
		assertThat(first.sha256())
			.isNotEqualTo(Tarball.write(image("debian-x86_64-20110702"), this.directory.resolve("third")).sha256());
	}

	@Test
	void writeWithSingleKernelPutsItBesideTheMachine() throws Exception {
		assertThat(read("centos-x86_64-20120114")).containsOnlyKeys("euca-centos-2012.1.14-x86_64/",
				"euca-centos-2012.1.14-x86_64/README", "euca-centos-2012.1.14-x86_64/vmlinuz-2.6.18-238.el5",
				"euca-centos-2012.1.14-x86_64/initrd-2.6.18-238.el5", "euca-centos-2012.1.14-x86_64/centos.x86_64.img");
	}

	@Test
	void writeWithSpecificKernelsGivesEachHypervisorAFolder() throws Exception {
		String top = "euca-debian-2011.07.02-i386/";
		assertThat(read("debian-i386-20110702")).containsOnlyKeys(top, top + "README", top + "xen-kernel/",
				top + "xen-kernel/vmlinuz-2.6.32-5-686xen", top + "xen-kernel/initrd-2.6.32-5-686xen",
				top + "kvm-kernel/", top + "kvm-kernel/vmlinuz-2.6.32-5-686", top + "kvm-kernel/initrd-2.6.32-5-686",
				top + "debian.i386.img");
	}

	@Test
	void writeOfWholeDiskHasNoKernel() throws Exception {
		Map<String, byte[]> content = read("flatcar-x86_64-20261101");
		assertThat(content).hasSize(3);
		assertThat(content.get("euca-flatcar-2026.11.01-x86_64/flatcar_production_openstack_image.img"))
			.hasSize(TarFile.SMALL_MACHINE)
			.contains(0x55, Index.atIndex(510))
			.contains(0xaa, Index.atIndex(511));
	}

	@Test
	void writeMarksKernelRamdiskAndFileSystem() throws Exception {
		Map<String, byte[]> content = read("debian-x86_64-20120114");
		String top = "euca-debian-2012.1.14-x86_64/";
		byte[] kernel = content.get(top + "vmlinuz-2.6.32-5-amd64");
		assertThat(new String(kernel, 514, 4, StandardCharsets.US_ASCII)).isEqualTo("HdrS");
		assertThat(content.get(top + "initrd.img-2.6.32-5-amd64")).startsWith(0x1f, 0x8b);
		assertThat(content.getOrDefault(top + "debian.x86_64.img", new byte[0])).contains(0x53, Index.atIndex(1080))
			.contains(0xef, Index.atIndex(1081));
	}

	@Test
	void writeOfLargeImageCannotBeCompressed() throws Exception {
		Tarball tarball = Tarball.write(image("centos-lg-x86_64-20120114"), this.directory);
		assertThat(tarball.size()).isBetween(64L << 20, 70L << 20);
	}

	private Map<String, byte[]> read(String name) throws Exception {
		StarterImage image = image(name);
		Map<String, byte[]> content = new LinkedHashMap<>();
		try (InputStream file = Files.newInputStream(Tarball.write(image, this.directory).file());
				TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				assertThat(entry.getName()).startsWith(image.directory() + "/");
				assertThat(entry.getLastModifiedTime().toInstant()).isBefore(Instant.parse("2026-11-02T00:00:00Z"));
				content.put(entry.getName(), tar.readAllBytes());
			}
		}
		return content;
	}

	private static StarterImage image(String name) {
		return StarterCatalog.images().stream().filter((image) -> image.name().equals(name)).findFirst().orElseThrow();
	}

}
