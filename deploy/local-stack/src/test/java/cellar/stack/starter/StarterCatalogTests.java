package cellar.stack.starter;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StarterCatalogTests {

	@Test
	void imagesAreTheEightOfTheListingAndTwoOfToday() {
		List<String> lines = StarterCatalog.images()
			.stream()
			.map(StarterImage::listing)
			.map((image) -> String.join(" ", image.name(), image.os(), image.architecture(), image.version(),
					image.description()))
			.toList();
		assertThat(lines).hasSize(10)
			.startsWith("centos-x86_64-20120114 centos x86_64 2012.1.14 CentOS 5 1.3GB root, Single Kernel",
					"centos-lg-i386-20110702 centos i386 2011.07.02 CentOS 5 4.5GB root, Hypervisor-Specific Kernels",
					"centos-lg-x86_64-20110702 centos x86_64 2011.07.02 CentOS 5 4.5GB root, Hypervisor-Specific Kernels",
					"centos-lg-x86_64-20111228 centos x86_64 2011.12.28 CentOS 5 4.5GB root, Single Kernel",
					"centos-lg-x86_64-20120114 centos x86_64 2012.1.14 CentOS 5 4.5GB root, Single Kernel",
					"debian-i386-20110702 debian i386 2011.07.02 Debian 6 1.3GB root, Hypervisor-Specific Kernels",
					"debian-x86_64-20110702 debian x86_64 2011.07.02 Debian 6 1.3GB root, Hypervisor-Specific Kernels",
					"debian-x86_64-20120114 debian x86_64 2012.1.14 Debian 6 1.3GB root, Single Kernel");
		assertThat(lines.subList(8, 10)).satisfiesExactly((line) -> assertThat(line).startsWith("flatcar-x86_64-"),
				(line) -> assertThat(line).startsWith("ubuntu-x86_64-"));
	}

	@Test
	void entriesNameTheirFilesOnceEach() {
		assertThat(StarterCatalog.images()).extracting(StarterImage::fileName)
			.doesNotHaveDuplicates()
			.contains("euca-centos-2012.1.14-x86_64.tgz", "euca-debian-2012.1.14-x86_64.tgz");
	}

	@Test
	void entryHasWhatTheOldestClientsRead() {
		Map<String, Object> entry = StarterCatalog.images().getFirst().entry();
		assertThat(entry)
			.containsKeys("name", "description", "version", "architecture", "os", "url", "date", "recipe", "stamp",
					"contact", "single-kernel", "hypervisors-supported")
			.containsEntry("url", "starter-emis/euca-centos-2012.1.14-x86_64.tgz")
			.containsEntry("date", "20120114150503")
			.containsEntry("stamp", "baef-e7b1")
			.containsEntry("recipe", "centos-based")
			.containsEntry("single-kernel", "True");
	}

	@Test
	void oneRamdiskEndsLikeAMachineImage() {
		assertThat(StarterCatalog.images().stream().flatMap((image) -> image.files().stream()).map(TarFile::path))
			.filteredOn((path) -> path.contains("init") && path.endsWith(".img"))
			.hasSize(1);
	}

}
