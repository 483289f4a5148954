package cellar.catalog.verification;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signed document says of itself.
 *
 * @param serial the publication that it belongs to, if it tells
 * @param expires when it must not be believed any more, if it tells
 */
record Statement(@Nullable Long serial, @Nullable Instant expires) {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Pattern COMMENT = Pattern.compile("(?m)^# (serial|expires): (\\S+)$");

	private static final int HEAD = 1000;

	static Statement read(byte[] document) {
		if (document.length > 0 && document[0] == '#') {
			return readComments(new String(document, 0, Math.min(document.length, HEAD), StandardCharsets.UTF_8));
		}
		try {
			JsonNode tree = JSON.readTree(document);
			return new Statement(tree.path("serial").isIntegralNumber() ? tree.path("serial").longValue() : null,
					instant(tree.path("expires").asString("")));
		}
		catch (JacksonException ex) {
			return new Statement(null, null);
		}
	}

	private static Statement readComments(String head) {
		Long serial = null;
		Instant expires = null;
		Matcher matcher = COMMENT.matcher(head);
		while (matcher.find()) {
			if ("serial".equals(matcher.group(1))) {
				serial = number(matcher.group(2));
			}
			else {
				expires = instant(matcher.group(2));
			}
		}
		return new Statement(serial, expires);
	}

	private static @Nullable Long number(String text) {
		try {
			return Long.valueOf(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Instant instant(String text) {
		try {
			return Instant.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
