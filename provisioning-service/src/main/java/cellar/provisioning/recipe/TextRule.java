package cellar.provisioning.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What makes a text acceptable as a value of a parameter.
 *
 * @param schema the rule as JSON schema, as far as that can say it
 * @param check the whole rule
 */
record TextRule(Map<String, Object> schema, Check check) {

	static final TextRule HOSTNAME = matching(
			"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?" + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*", 63,
			"must be a host name of at most 63 characters: lower-case letters, digits and hyphens, with dots between labels");

	static final TextRule DEVICE = matching("/dev(?:/[A-Za-z0-9_][A-Za-z0-9._:+-]*)+", 128,
			"must be the path of a disk below /dev, such as '/dev/vdb'");

	static final TextRule LABEL = matching(
			"(?!(?:OEM|ROOT|root|USR-[AB]|BOOT|boot|EFI-SYSTEM|UEFI|cloudimg-rootfs)$)[A-Za-z0-9][A-Za-z0-9_.-]*", 16,
			"must be a label of 1 to 16 letters, digits, '_', '.' and '-' that starts with a letter or a digit, "
					+ "and none that systems give to their own disks, such as 'ROOT'");

	static final TextRule MOUNT_POINT = matching(
			"/(?:(?:srv|mnt|data)(?:/PART)*|(?:opt|var/lib|var/mnt|var/srv|var/opt)(?:/PART)+)".replace("PART",
					"[A-Za-z0-9_][A-Za-z0-9._-]*"),
			128, "must be an absolute path below /var/lib, /var/mnt, /var/srv, /var/opt, /opt, /srv, /mnt or /data");

	static final TextRule PUBLIC_KEY = new TextRule(
			Map.of("type", "string", "pattern", "^(?:ssh|ecdsa|sk)-\\S+ [A-Za-z0-9+/]+=*(?: .*)?$"),
			PublicKeys::violationOf);

	static TextRule oneOf(String... values) {
		List<String> known = List.of(values);
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "string");
		schema.put("enum", known);
		String message = "must be one of '" + String.join("', '", values) + "'";
		return new TextRule(schema, (text) -> known.contains(text) ? null : message);
	}

	private static TextRule matching(String regex, int maxLength, String message) {
		Pattern pattern = Pattern.compile(regex);
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", "string");
		schema.put("maxLength", maxLength);
		schema.put("pattern", "^(?:" + regex + ")$");
		return new TextRule(schema,
				(text) -> (text.length() <= maxLength && pattern.matcher(text).matches()) ? null : message);
	}

	@Nullable String violationOf(String text) {
		String unsafe = UnsafeText.violationOf(text);
		return (unsafe != null) ? unsafe : this.check.violationOf(text);
	}

	/**
	 * Judges one text.
	 */
	@FunctionalInterface
	interface Check {

		@Nullable String violationOf(String text);

	}

}
