package cellar.provisioning.userdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The user data of coreos-cloudinit. Keys carry underscores only: Flatcar ignores those
 * with hyphens and says nothing.
 */
final class CoreosCloudConfig {

	private CoreosCloudConfig() {
	}

	static String write(Guest guest) {
		Map<String, Object> document = CloudConfig.begin(guest);
		if (!guest.files().isEmpty()) {
			document.put("write_files", guest.files().stream().map(CoreosCloudConfig::file).toList());
		}
		List<Map<String, Object>> units = units(guest);
		if (!units.isEmpty()) {
			document.put("coreos", Map.of("units", units));
		}
		return Yaml.cloudConfig(document);
	}

	private static Map<String, Object> file(Guest.File written) {
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("path", written.path());
		file.put("permissions", written.octalMode());
		file.put("owner", "root");
		file.put("content", written.content());
		return file;
	}

	private static List<Map<String, Object>> units(Guest guest) {
		List<Map<String, Object>> units = new ArrayList<>();
		for (Guest.DropIn dropIn : guest.dropIns()) {
			Map<String, Object> unit = new LinkedHashMap<>();
			unit.put("name", dropIn.unit());
			unit.put("drop_ins", List.of(dropIn(dropIn)));
			units.add(unit);
		}
		for (Guest.Unit started : guest.units()) {
			Map<String, Object> unit = new LinkedHashMap<>();
			unit.put("name", started.name());
			unit.put("command", "start");
			unit.put("content", started.content());
			units.add(unit);
		}
		return units;
	}

	private static Map<String, Object> dropIn(Guest.DropIn added) {
		Map<String, Object> dropIn = new LinkedHashMap<>();
		dropIn.put("name", added.name());
		dropIn.put("content", added.content());
		return dropIn;
	}

}
