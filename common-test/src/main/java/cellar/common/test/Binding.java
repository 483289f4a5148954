package cellar.common.test;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * Binds and checks properties as an application does when it starts.
 */
public final class Binding {

	private Binding() {
	}

	/**
	 * Binds properties to a record.
	 * @param <T> the type of the record
	 * @param prefix what all names begin with
	 * @param type the record
	 * @param pairs names without the prefix, {@code =}, and values
	 * @return the record
	 */
	public static <T> T bind(String prefix, Class<T> type, String... pairs) {
		Map<String, String> values = Stream.of(pairs)
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> prefix + "." + pair[0], (pair) -> pair[1]));
		try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
			return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, Bindable.of(type),
					new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator())));
		}
	}

}
