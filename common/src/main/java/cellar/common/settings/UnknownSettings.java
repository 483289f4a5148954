package cellar.common.settings;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Refuses settings below <code>cellar</code> that nothing looks for. Boot ignores them,
 * so that a misspelt <code>access</code> of a route would pass for one that is not set.
 * <p>
 * Environment variables are not looked at: their names do not tell which setting they
 * mean.
 */
class UnknownSettings implements ConfigurationPropertiesBindHandlerAdvisor, SmartInitializingSingleton {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("cellar");

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	private final ConfigurableEnvironment environment;

	UnknownSettings(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	@Override
	public BindHandler apply(BindHandler handler) {
		return new AbstractBindHandler(handler) {

			@Override
			public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target,
					BindContext context) {
				UnknownSettings.this.known.add(kind(name));
				return super.onStart(name, target, context);
			}

		};
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<UnknownSettingsException.Setting> unknown = StreamSupport
			.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
			.flatMap(this::unknownIn)
			.distinct()
			.toList();
		if (!unknown.isEmpty()) {
			throw new UnknownSettingsException(unknown);
		}
	}

	private Stream<UnknownSettingsException.Setting> unknownIn(ConfigurationPropertySource source) {
		if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource
				|| !(source instanceof IterableConfigurationPropertySource iterable)) {
			return Stream.empty();
		}
		return iterable.stream()
			.filter((name) -> ROOT.isAncestorOf(name) && !this.known.contains(kind(name)))
			.map((name) -> UnknownSettingsException.Setting.of(name, source.getConfigurationProperty(name)));
	}

	/**
	 * Returns the name with all positions in lists alike: the elements of a list that a
	 * stronger source replaces are not looked for, but they are no mistake.
	 * @param name the name of a setting
	 * @return what it shares with its like
	 */
	private static String kind(ConfigurationPropertyName name) {
		return IntStream.range(0, name.getNumberOfElements())
			.mapToObj((i) -> name.isNumericIndex(i) ? "[]" : name.getElement(i, ConfigurationPropertyName.Form.UNIFORM))
			.collect(Collectors.joining("."));
	}

}
