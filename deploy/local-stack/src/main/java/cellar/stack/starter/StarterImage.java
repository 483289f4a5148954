package cellar.stack.starter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One image of the starter catalog.
 *
 * @param name the name that people ask for
 * @param os the operating system
 * @param architecture the processor
 * @param version the version
 * @param description what people read
 * @param directory the one top directory of the tarball, which gives the file its name
 * @param date when it was made, <code>yyyyMMddHHmmss</code>
 * @param kernels where kernels and ramdisks are
 * @param login the user to log in as
 * @param files what is in the tarball, in this order
 */
record StarterImage(String name, String os, String architecture, String version, String description, String directory,
		String date, Kernels kernels, String login, List<TarFile> files) {

	StarterImage {
		files = List.copyOf(files);
	}

	static StarterImage singleKernel(String name, String os, String architecture, String version, String description,
			String date, String kernelVersion, String ramdisk, int machineBytes) {
		return new StarterImage(name, os, architecture, version, description,
				directory(name, os, architecture, version), date, Kernels.SINGLE, "root",
				List.of(TarFile.kernel("vmlinuz-" + kernelVersion), TarFile.ramdisk(ramdisk),
						TarFile.partition(os + "." + architecture + ".img", machineBytes)));
	}

	static StarterImage hypervisorSpecific(String name, String os, String architecture, String version,
			String description, String date, String kernelVersion) {
		List<TarFile> files = new ArrayList<>();
		for (String hypervisor : List.of("xen", "kvm")) {
			String folder = hypervisor + "-kernel/";
			String flavour = hypervisor.equals("xen") ? kernelVersion + "xen" : kernelVersion;
			files.add(TarFile.kernel(folder + "vmlinuz-" + flavour));
			files.add(TarFile.ramdisk(folder + "initrd-" + flavour));
		}
		files.add(TarFile.partition(os + "." + architecture + ".img", TarFile.SMALL_MACHINE));
		return new StarterImage(name, os, architecture, version, description,
				directory(name, os, architecture, version), date, Kernels.PER_HYPERVISOR, "root", files);
	}

	static StarterImage wholeDisk(String name, String os, String version, String description, String date, String login,
			String machine) {
		return new StarterImage(name, os, "x86_64", version, description, directory(name, os, "x86_64", version), date,
				Kernels.NONE, login, List.of(TarFile.disk(machine)));
	}

	private static String directory(String name, String os, String architecture, String version) {
		String size = name.startsWith(os + "-lg-") ? "-lg" : "";
		return "euca-%s%s-%s-%s".formatted(os, size, version, architecture);
	}

	/** Returns the entry as a hand-edited catalog would have it. */
	Map<String, Object> entry() {
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("name", this.name);
		entry.put("description", this.description);
		entry.put("version", this.version);
		entry.put("architecture", this.architecture);
		entry.put("os", this.os);
		entry.put("url", "starter-emis/" + fileName());
		entry.put("date", this.date);
		entry.put("recipe", this.os + "-based");
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
		return this.directory + ".tgz";
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
