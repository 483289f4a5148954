package cellar.common.settings;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;

/**
 * Thrown when there are settings that nothing looks for. It tells their names and where
 * they are, not their values, which may be secret.
 */
class UnknownSettingsException extends RuntimeException {

	UnknownSettingsException(List<Setting> settings) {
		super(settings.stream().map(Setting::toString).collect(Collectors.joining(", ", "Unknown settings: ", "")));
	}

	/**
	 * One such setting.
	 *
	 * @param name its name
	 * @param origin the file and line where it is, if that is known
	 */
	record Setting(String name, @Nullable String origin) {

		static Setting of(ConfigurationPropertyName name, @Nullable ConfigurationProperty property) {
			Origin origin = (property != null) ? property.getOrigin() : null;
			return new Setting(name.toString(), (origin != null) ? origin.toString() : null);
		}

		@Override
		public String toString() {
			return (this.origin != null) ? "'%s' (%s)".formatted(this.name, this.origin) : "'%s'".formatted(this.name);
		}

	}

}
