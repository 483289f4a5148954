package cellar.stack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * System properties, and environment variables named as Spring would have them. Empty is
 * the same as not set, for Maven hands on what nobody chose.
 *
 * @param properties the system properties
 * @param environment the environment variables
 */
record Settings(Properties properties, Map<String, String> environment) {

	Optional<String> get(String property) {
		return nonEmpty(this.properties.getProperty(property)).or(() -> nonEmpty(
				this.environment.get(property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_'))));
	}

	Optional<Integer> port(String property) {
		return get(property).map((text) -> {
			try {
				int number = Integer.parseInt(text);
				if (number >= 0 && number <= 65535) {
					return number;
				}
			}
			catch (NumberFormatException ex) {
				// Reported below, with the name.
			}
			throw new IllegalArgumentException(
					"'%s' must be a port number, or 0 for any free one, not '%s'".formatted(property, text));
		});
	}

	OptionalLong processId(String property) {
		Optional<String> text = get(property);
		if (text.isEmpty()) {
			return OptionalLong.empty();
		}
		try {
			return OptionalLong.of(Long.parseLong(text.get()));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(
					"'%s' must be the number of a process, not '%s'".formatted(property, text.get()), ex);
		}
	}

	private static Optional<String> nonEmpty(@Nullable String value) {
		return Optional.ofNullable(value).map(String::strip).filter((text) -> !text.isEmpty());
	}

	@Override
	public String toString() {
		return "Settings[]";
	}

}
