package cellar.stack.starter;

import java.util.List;

/**
 * The images of the starter catalog.
 */
final class StarterCatalog {

	/** Large enough that its download and its progress can be watched. */
	static final int LARGE_MACHINE = 64 << 20;

	private static final String SINGLE_KERNEL_1_3 = "1.3GB root, Single Kernel";

	private static final String SINGLE_KERNEL_4_5 = "4.5GB root, Single Kernel";

	private static final String SPECIFIC_1_3 = "1.3GB root, Hypervisor-Specific Kernels";

	private static final String SPECIFIC_4_5 = "4.5GB root, Hypervisor-Specific Kernels";

	private static final String CENTOS_KERNEL = "2.6.18-238.el5";

	private static final String DEBIAN_KERNEL = "2.6.32-5";

	private StarterCatalog() {
	}

	static List<StarterImage> images() {
		return List.of(
				StarterImage.singleKernel("centos-x86_64-20120114", "centos", "x86_64", "2012.1.14",
						"CentOS 5 " + SINGLE_KERNEL_1_3, "20120114150503", CENTOS_KERNEL, "initrd-" + CENTOS_KERNEL,
						TarFile.SMALL_MACHINE),
				StarterImage.hypervisorSpecific("centos-lg-i386-20110702", "centos", "i386", "2011.07.02",
						"CentOS 5 " + SPECIFIC_4_5, "20110702101500", CENTOS_KERNEL),
				StarterImage.hypervisorSpecific("centos-lg-x86_64-20110702", "centos", "x86_64", "2011.07.02",
						"CentOS 5 " + SPECIFIC_4_5, "20110702104500", CENTOS_KERNEL),
				StarterImage.singleKernel("centos-lg-x86_64-20111228", "centos", "x86_64", "2011.12.28",
						"CentOS 5 " + SINGLE_KERNEL_4_5, "20111228093000", CENTOS_KERNEL, "initrd-" + CENTOS_KERNEL,
						TarFile.SMALL_MACHINE),
				// A ramdisk whose name ends like that of a machine image.
				StarterImage.singleKernel("centos-lg-x86_64-20120114", "centos", "x86_64", "2012.1.14",
						"CentOS 5 " + SINGLE_KERNEL_4_5, "20120114151500", CENTOS_KERNEL,
						"initramfs-" + CENTOS_KERNEL + ".img", LARGE_MACHINE),
				StarterImage.hypervisorSpecific("debian-i386-20110702", "debian", "i386", "2011.07.02",
						"Debian 6 " + SPECIFIC_1_3, "20110702111500", DEBIAN_KERNEL + "-686"),
				StarterImage.hypervisorSpecific("debian-x86_64-20110702", "debian", "x86_64", "2011.07.02",
						"Debian 6 " + SPECIFIC_1_3, "20110702114500", DEBIAN_KERNEL + "-amd64"),
				StarterImage.singleKernel("debian-x86_64-20120114", "debian", "x86_64", "2012.1.14",
						"Debian 6 " + SINGLE_KERNEL_1_3, "20120114152138", DEBIAN_KERNEL + "-amd64",
						"initrd.img-" + DEBIAN_KERNEL + "-amd64", TarFile.SMALL_MACHINE),
				StarterImage.wholeDisk("flatcar-x86_64-20261101", "flatcar", "2026.11.01", "Flatcar 8.5GB root, HVM",
						"20261101090000", "core", "flatcar_production_openstack_image.img"),
				StarterImage.wholeDisk("ubuntu-x86_64-20261101", "ubuntu", "2026.11.01", "Ubuntu 24.04 2.2GB root, HVM",
						"20261101100000", "ubuntu", "ubuntu-24.04-server-cloudimg-amd64.img"));
	}

}
