package cellar.provisioning.userdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The user data of Ignition, in the newest version of its specification that every
 * current Flatcar and Fedora CoreOS reads.
 */
final class Ignition {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private Ignition() {
	}

	static String write(Guest guest) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("ignition", Map.of("version", "3.3.0"));
		if (!guest.authorizedKeys().isEmpty()) {
			Map<String, Object> user = new LinkedHashMap<>();
			user.put("name", "core");
			user.put("sshAuthorizedKeys", guest.authorizedKeys());
			document.put("passwd", Map.of("users", List.of(user)));
		}
		List<Map<String, Object>> files = files(guest);
		if (!files.isEmpty()) {
			document.put("storage", Map.of("files", files));
		}
		List<Map<String, Object>> units = units(guest);
		if (!units.isEmpty()) {
			document.put("systemd", Map.of("units", units));
		}
		return MAPPER.writeValueAsString(document) + "\n";
	}

	private static List<Map<String, Object>> files(Guest guest) {
		List<Map<String, Object>> files = new ArrayList<>();
		if (guest.hostname() != null) {
			files.add(file("/etc/hostname", 0644, guest.hostname() + "\n"));
		}
		guest.files().forEach((file) -> files.add(file(file.path(), file.mode(), file.content())));
		return files;
	}

	private static Map<String, Object> file(String path, int mode, String content) {
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("path", path);
		file.put("overwrite", true);
		file.put("mode", mode);
		file.put("contents", Map.of("source",
				"data:;base64," + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))));
		return file;
	}

	private static List<Map<String, Object>> units(Guest guest) {
		List<Map<String, Object>> units = new ArrayList<>();
		for (Guest.Unit started : guest.units()) {
			Map<String, Object> unit = new LinkedHashMap<>();
			unit.put("name", started.name());
			unit.put("enabled", true);
			unit.put("contents", started.content());
			units.add(unit);
		}
		Map<String, List<Guest.DropIn>> additions = guest.dropIns()
			.stream()
			.collect(Collectors.groupingBy(Guest.DropIn::unit, LinkedHashMap::new, Collectors.toList()));
		additions.forEach((name, dropIns) -> {
			Map<String, Object> unit = new LinkedHashMap<>();
			unit.put("name", name);
			unit.put("dropins", dropIns.stream().map(Ignition::dropIn).toList());
			units.add(unit);
		});
		return units;
	}

	private static Map<String, Object> dropIn(Guest.DropIn added) {
		Map<String, Object> dropIn = new LinkedHashMap<>();
		dropIn.put("name", added.name());
		dropIn.put("contents", added.content());
		return dropIn;
	}

}
