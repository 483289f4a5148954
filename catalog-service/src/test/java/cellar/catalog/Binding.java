package cellar.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.Validation;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/**
 * Binds properties as the application does.
 */
public final class Binding {

	private Binding() {
	}

	public static <T> T bind(String prefix, Class<T> type, String... pairs) {
		Map<String, String> values = Arrays.stream(pairs)
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> prefix + "." + pair[0], (pair) -> pair[1]));
		SpringValidatorAdapter validator = new SpringValidatorAdapter(
				Validation.buildDefaultValidatorFactory().getValidator());
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate(prefix, Bindable.of(type),
				new ValidationBindHandler(validator));
	}

}
