package cellar.provisioning.userdata;

import java.nio.charset.StandardCharsets;

/**
 * The names that systemd gives to units for paths.
 */
public final class SystemdPath {

	private SystemdPath() {
	}

	/**
	 * Returns the name of the unit that mounts a path.
	 * @param path an absolute path without empty, {@code .} or {@code ..} parts
	 * @return the file name of the unit
	 */
	public static String mountUnit(String path) {
		return escape(path) + ".mount";
	}

	private static String escape(String path) {
		StringBuilder name = new StringBuilder();
		byte[] bytes = path.substring(1).getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < bytes.length; i++) {
			char character = (char) (bytes[i] & 0xff);
			if (character == '/') {
				name.append('-');
			}
			else if (isPlain(character) && !(character == '.' && i == 0)) {
				name.append(character);
			}
			else {
				name.append("\\x%02x".formatted((int) character));
			}
		}
		return name.toString();
	}

	private static boolean isPlain(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == ':' || character == '_' || character == '.';
	}

}
