package cellar.simulation.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import cellar.simulation.http.Call;

/**
 * Reads the parameters from a query string or a form.
 */
final class Form {

	private Form() {
	}

	static NavigableMap<String, String> of(Call call) {
		NavigableMap<String, String> values = new TreeMap<>();
		read(call.query(), values);
		if (call.method().equals("POST")) {
			String type = call.header("content-type");
			if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
				throw Ec2Exception.refused("InvalidRequest", "The body must be application/x-www-form-urlencoded");
			}
			read(new String(call.body(), StandardCharsets.UTF_8), values);
		}
		return values;
	}

	private static void read(@Nullable String text, NavigableMap<String, String> values) {
		if (text == null || text.isEmpty()) {
			return;
		}
		for (String pair : text.split("&")) {
			int equals = pair.indexOf('=');
			String name = decode((equals < 0) ? pair : pair.substring(0, equals));
			String value = (equals < 0) ? "" : decode(pair.substring(equals + 1));
			if (values.putIfAbsent(name, value) != null) {
				throw Ec2Exception.refused("InvalidParameterCombination",
						"The parameter " + name + " may occur only once");
			}
		}
	}

	private static String decode(String text) {
		try {
			String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
			if (decoded.codePoints().allMatch(Form::fitsXml)) {
				return decoded;
			}
			throw Ec2Exception.invalidValue("A parameter holds a character that XML cannot carry");
		}
		catch (IllegalArgumentException ex) {
			throw Ec2Exception.invalidValue("A parameter is not URL-encoded");
		}
	}

	// Names and values come back inside XML documents, error messages included.
	private static boolean fitsXml(int character) {
		return character == '\t' || character == '\n' || character == '\r' || (character >= ' ' && character <= 0xD7FF)
				|| (character >= 0xE000 && character <= 0xFFFD) || character >= 0x10000;
	}

}
