package cellar.common.settings;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
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
 * Refuses settings below {@code cellar} that nothing looks for. Boot ignores them, so
 * that a misspelt {@code access} of a route would pass for one that is not set.
 * <p>
 * Environment variables are not looked at: their names do not tell which setting they
 * mean.
 */
class UnknownSettings implements ConfigurationPropertiesBindHandlerAdvisor, SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(UnknownSettings.class);

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("cellar");

	// Of the local stack and of the simulated cloud; a whole build may be given them.
	private static final List<ConfigurationPropertyName> OTHERS = List.of(ConfigurationPropertyName.of("cellar.stack"),
			ConfigurationPropertyName.of("cellar.simulation"));

	private final Set<List<String>> known = ConcurrentHashMap.newKeySet();

	private final ConfigurableEnvironment environment;

	private final ObjectProvider<ReservedSettings> reserved;

	UnknownSettings(ConfigurableEnvironment environment, ObjectProvider<ReservedSettings> reserved) {
		this.environment = environment;
		this.reserved = reserved;
	}

	@Override
	public BindHandler apply(BindHandler handler) {
		return new AbstractBindHandler(handler) {

			@Override
			public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target,
					BindContext context) {
				UnknownSettings.this.known.add(known(name));
				return super.onStart(name, target, context);
			}

		};
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<List<String>> promises = this.reserved.stream()
			.flatMap((settings) -> settings.names().stream())
			.map((name) -> known(ConfigurationPropertyName.of(name)))
			.toList();
		Predicate<List<String>> promised = (name) -> promises.stream().anyMatch((promise) -> keeps(promise, name));
		unread(promised)
			.forEach((setting) -> logger.atWarn().addKeyValue("setting", setting).log("Setting has no effect yet"));
		List<UnknownSettingsException.Setting> unknown = unread(promised.negate());
		if (!unknown.isEmpty()) {
			throw new UnknownSettingsException(unknown);
		}
	}

	private List<UnknownSettingsException.Setting> unread(Predicate<List<String>> wanted) {
		return StreamSupport.stream(ConfigurationPropertySources.get(this.environment).spliterator(), false)
			.flatMap((source) -> unread(source, wanted))
			.distinct()
			.toList();
	}

	private Stream<UnknownSettingsException.Setting> unread(ConfigurationPropertySource source,
			Predicate<List<String>> wanted) {
		if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource
				|| !(source instanceof IterableConfigurationPropertySource iterable)) {
			return Stream.empty();
		}
		return iterable.stream()
			.filter((name) -> ROOT.isAncestorOf(name) && OTHERS.stream().noneMatch((other) -> other.isAncestorOf(name)))
			.filter((name) -> !this.known.contains(known(name)) && wanted.test(known(name)))
			.map((name) -> UnknownSettingsException.Setting.of(name, source.getConfigurationProperty(name)));
	}

	private static boolean keeps(List<String> promise, List<String> name) {
		return promise.size() == name.size() && IntStream.range(0, promise.size())
			.allMatch((i) -> ReservedSettings.ANY_KEY.equals(promise.get(i)) || promise.get(i).equals(name.get(i)));
	}

	/**
	 * Returns by what a setting is known: its name, or that of the list which it is part
	 * of. Boot looks into the list of the strongest source only, and refuses by itself
	 * what it does not know there.
	 * @param name the name of a setting
	 * @return the elements of the name up to the first position in a list, in their
	 * uniform spelling
	 */
	private static List<String> known(ConfigurationPropertyName name) {
		return IntStream.range(0, name.getNumberOfElements())
			.takeWhile((i) -> !name.isNumericIndex(i))
			.mapToObj((i) -> name.getElement(i, ConfigurationPropertyName.Form.UNIFORM))
			.toList();
	}

}
