package cellar.gateway.route;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The path of a request, decoded exactly once. What could mean one thing here and another
 * at an origin is not a path.
 *
 * @param decoded the decoded path, beginning with a slash
 */
public record RequestPath(String decoded) {

	private static final Pattern ENCODED_TWICE = Pattern.compile("%(2[eEfF5]|5[cC]|00)");

	/**
	 * Reads a path.
	 * @param raw the path as it was sent
	 * @return the path, or {@code null} if it is refused
	 */
	public static @Nullable RequestPath parse(@Nullable String raw) {
		if (raw == null || !raw.startsWith("/")) {
			return null;
		}
		String decoded = decode(raw);
		if (decoded == null || ENCODED_TWICE.matcher(decoded).find() || decoded.indexOf('\\') >= 0
				|| decoded.chars().anyMatch(Character::isISOControl)) {
			return null;
		}
		List<String> segments = List.of(decoded.substring(1).split("/", -1));
		boolean ambiguous = segments.contains(".") || segments.contains("..")
				|| segments.subList(0, segments.size() - 1).contains("");
		return ambiguous ? null : new RequestPath(decoded);
	}

	private static @Nullable String decode(String raw) {
		ByteBuffer bytes = ByteBuffer.allocate(raw.length());
		for (int i = 0; i < raw.length(); i++) {
			char c = raw.charAt(i);
			if (c <= ' ' || c >= 0x7f) {
				return null;
			}
			if (c != '%') {
				bytes.put((byte) c);
				continue;
			}
			int value = (i + 2 < raw.length()) ? hex(raw.charAt(i + 1)) * 16 + hex(raw.charAt(i + 2)) : -1;
			if (value < 0 || value == '/') {
				return null;
			}
			bytes.put((byte) value);
			i += 2;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	private static int hex(char c) {
		int digit = (c < 0x80) ? Character.digit(c, 16) : -1;
		return (digit < 0) ? -1000 : digit;
	}

}
