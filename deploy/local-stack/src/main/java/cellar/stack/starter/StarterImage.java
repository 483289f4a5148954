package cellar.stack.starter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One image of the starter catalog.
 *
 * @param listing what a listing tells of it
 * @param date when it was made, {@code yyyyMMddHHmmss}
 * @param kernels where kernels and ramdisks are
 * @param login the user to log in as
 * @param files what is in the tarball, in this order
 */
record StarterImage(Listing listing, String date, Kernels kernels, String login, List<TarFile> files) {

	StarterImage {
		files = List.copyOf(files);
	}

	static StarterImage singleKernel(Listing listing, String date, TarFile kernel, TarFile ramdisk, int machineBytes) {
		return new StarterImage(listing, date, Kernels.SINGLE, "root",
				List.of(kernel, ramdisk, TarFile.partition(machine(listing), machineBytes)));
	}

	static StarterImage hypervisorSpecific(Listing listing, String date, String kernelVersion) {
		List<TarFile> files = new ArrayList<>();
		for (String hypervisor : List.of("xen", "kvm")) {
			String folder = hypervisor + "-kernel/";
			String flavour = hypervisor.equals("xen") ? kernelVersion + "xen" : kernelVersion;
			files.add(TarFile.kernel(folder + "vmlinuz-" + flavour));
			files.add(TarFile.ramdisk(folder + "initrd-" + flavour));
		}
		files.add(TarFile.partition(machine(listing), TarFile.SMALL_MACHINE));
		return new StarterImage(listing, date, Kernels.PER_HYPERVISOR, "root", files);
	}

	static StarterImage wholeDisk(Listing listing, String date, String login, String machine) {
		return new StarterImage(listing, date, Kernels.NONE, login, List.of(TarFile.disk(machine)));
	}

	private static String machine(Listing listing) {
		return listing.os() + "." + listing.architecture() + ".img";
	}

	String name() {
		return this.listing.name();
	}

	String directory() {
		return this.listing.fileBase();
	}

	/** Returns the entry as a hand-edited catalog would have it. */
	Map<String, Object> entry() {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("name", name());
		entry.put("description", this.listing.description());
		entry.put("version", this.listing.version());
		entry.put("architecture", this.listing.architecture());
		entry.put("os", this.listing.os());
		entry.put("url", "starter-emis/" + fileName());
		entry.put("date", this.date);
		entry.put("recipe", this.listing.os() + "-based");
		entry.put("stamp", Stamp.of(this.date));
		entry.put("contact", "");
		entry.put("username", this.login);
		switch (this.kernels) {
			case SINGLE -> {
				entry.put("single-kernel", "True");
				entry.put("hypervisors-supported", List.of("xen", "kvm"));
			}
			case PER_HYPERVISOR -> {
				entry.put("single-kernel", "False");
				entry.put("hypervisors-supported", List.of("xen", "kvm"));
			}
			case NONE -> {
				entry.put("single-kernel", "True");
				entry.put("hypervisors-supported", List.of("kvm"));
				entry.put("virtualization_type", "hvm");
			}
		}
		return entry;
	}

	String fileName() {
		return directory() + ".tgz";
	}

	/** Where an image has its kernels and ramdisks. */
	enum Kernels {

		/** One pair for all hypervisors, beside the machine image. */
		SINGLE,

		/** A pair in a folder for each hypervisor. */
		PER_HYPERVISOR,

		/** Inside the machine image, which boots like a real machine. */
		NONE

	}

}
