package cellar.common.problem;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a Java type is called by those who send requests.
 */
final class TypeName {

	private TypeName() {
	}

	static String of(@Nullable Class<?> type) {
		if (type == null) {
			return "of another type";
		}
		if (type.isEnum()) {
			return "one of " + List.of(type.getEnumConstants());
		}
		if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
			return "an array";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
			return "a number";
		}
		if (type == String.class) {
			return "a string";
		}
		return (type.isRecord() || Map.class.isAssignableFrom(type)) ? "an object" : "a " + type.getSimpleName();
	}

}
