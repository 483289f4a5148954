package cellar.provisioning.userdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The user data of cloud-init.
 */
final class CloudConfig {

	private CloudConfig() {
	}

	static String write(Guest guest) {
		Map<String, Object> document = begin(guest);
		if (guest.keepsInstanceStorage()) {
			// A list of the device alone takes back the mount that cloud-init adds by
			// itself.
			document.put("mounts", List.of(List.of("ephemeral0")));
		}
		if (!guest.packages().isEmpty()) {
			document.put("packages", guest.packages());
		}
		List<Map<String, Object>> files = files(guest);
		if (!files.isEmpty()) {
			document.put("write_files", files);
		}
		if (!guest.units().isEmpty()) {
			document.put("runcmd", commands(guest));
		}
		return Yaml.cloudConfig(document);
	}

	/**
	 * Begins a document with what coreos-cloudinit took over from cloud-init.
	 * @param guest the machine
	 * @return the document so far
	 */
	static Map<String, Object> begin(Guest guest) {
		Map<String, Object> document = new LinkedHashMap<>();
		if (guest.hostname() != null) {
			document.put("hostname", guest.hostname());
		}
		if (!guest.authorizedKeys().isEmpty()) {
			document.put("ssh_authorized_keys", guest.authorizedKeys());
		}
		return document;
	}

	private static List<Map<String, Object>> files(Guest guest) {
		List<Map<String, Object>> files = new ArrayList<>();
		guest.files().forEach((file) -> files.add(file(file.path(), file.octalMode(), file.content())));
		guest.units().forEach((unit) -> files.add(file(unit.path(), "0644", unit.content())));
		guest.dropIns().forEach((dropIn) -> files.add(file(dropIn.path(), "0644", dropIn.content())));
		return files;
	}

	private static Map<String, Object> file(String path, String permissions, String content) {
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("path", path);
		file.put("permissions", permissions);
		file.put("content", content);
		return file;
	}

	private static List<List<String>> commands(Guest guest) {
		List<List<String>> commands = new ArrayList<>();
		commands.add(List.of("systemctl", "daemon-reload"));
		// What the image brings along runs already, and would not see what is mounted
		// beneath it. A unit that is not there cannot be stopped, which does no harm.
		List<String> waiting = guest.dropIns().stream().map(Guest.DropIn::unit).distinct().toList();
		waiting.forEach((unit) -> {
			commands.add(List.of("systemctl", "stop", unit.replaceFirst("\\.service$", ".socket")));
			commands.add(List.of("systemctl", "stop", unit));
		});
		guest.units().forEach((unit) -> commands.add(List.of("systemctl", "enable", "--now", unit.name())));
		waiting.forEach((unit) -> commands.add(List.of("systemctl", "start", unit)));
		return commands;
	}

}
