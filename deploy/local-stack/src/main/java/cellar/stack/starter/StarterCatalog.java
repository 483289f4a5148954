package cellar.stack.starter;

import java.util.List;

/**
 * The images of the starter catalog.
 */
final class StarterCatalog {

	/** Large enough that its download and its progress can be watched. */
	static final int LARGE_MACHINE = 64 << 20;

	private static final TarFile CENTOS_KERNEL = TarFile.kernel("vmlinuz-2.6.18-238.el5");

	private static final TarFile CENTOS_RAMDISK = TarFile.ramdisk("initrd-2.6.18-238.el5");

	private StarterCatalog() {
	}

	static List<StarterImage> images() {
		return List.of(
				StarterImage.singleKernel(
						Listing.of("centos-x86_64-20120114 centos x86_64 2012.1.14 CentOS 5 1.3GB root, Single Kernel"),
						"20120114150503", CENTOS_KERNEL, CENTOS_RAMDISK, TarFile.SMALL_MACHINE),
				StarterImage.hypervisorSpecific(Listing
					.of("centos-lg-i386-20110702 centos i386 2011.07.02 CentOS 5 4.5GB root, Hypervisor-Specific Kernels"),
						"20110702101500", "2.6.18-238.el5"),
				StarterImage.hypervisorSpecific(Listing
					.of("centos-lg-x86_64-20110702 centos x86_64 2011.07.02 CentOS 5 4.5GB root, Hypervisor-Specific Kernels"),
						"20110702104500", "2.6.18-238.el5"),
				StarterImage.singleKernel(Listing
					.of("centos-lg-x86_64-20111228 centos x86_64 2011.12.28 CentOS 5 4.5GB root, Single Kernel"),
						"20111228093000", CENTOS_KERNEL, CENTOS_RAMDISK, TarFile.SMALL_MACHINE),
				// A ramdisk whose name ends like that of a machine image.
				StarterImage.singleKernel(
						Listing
							.of("centos-lg-x86_64-20120114 centos x86_64 2012.1.14 CentOS 5 4.5GB root, Single Kernel"),
						"20120114151500", CENTOS_KERNEL, TarFile.ramdisk("initramfs-2.6.18-238.el5.img"),
						LARGE_MACHINE),
				StarterImage.hypervisorSpecific(Listing
					.of("debian-i386-20110702 debian i386 2011.07.02 Debian 6 1.3GB root, Hypervisor-Specific Kernels"),
						"20110702111500", "2.6.32-5-686"),
				StarterImage.hypervisorSpecific(Listing
					.of("debian-x86_64-20110702 debian x86_64 2011.07.02 Debian 6 1.3GB root, Hypervisor-Specific Kernels"),
						"20110702114500", "2.6.32-5-amd64"),
				StarterImage.singleKernel(
						Listing.of("debian-x86_64-20120114 debian x86_64 2012.1.14 Debian 6 1.3GB root, Single Kernel"),
						"20120114152138", TarFile.kernel("vmlinuz-2.6.32-5-amd64"),
						TarFile.ramdisk("initrd.img-2.6.32-5-amd64"), TarFile.SMALL_MACHINE),
				StarterImage.wholeDisk(
						Listing.of("flatcar-x86_64-20261101 flatcar x86_64 2026.11.01 Flatcar 8.5GB root, HVM"),
						"20261101090000", "core", "flatcar_production_openstack_image.img"),
				StarterImage.wholeDisk(
						Listing.of("ubuntu-x86_64-20261101 ubuntu x86_64 2026.11.01 Ubuntu 24.04 2.2GB root, HVM"),
						"20261101100000", "ubuntu", "ubuntu-24.04-server-cloudimg-amd64.img"));
	}

}
