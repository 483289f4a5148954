package cellar.provisioning.launch.state;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps failure codes as callers see them.
 */
@Converter
class FailureCodeConverter implements AttributeConverter<@Nullable FailureCode, @Nullable String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable FailureCode code) {
		return (code != null) ? code.toString() : null;
	}

	@Override
	public @Nullable FailureCode convertToEntityAttribute(@Nullable String text) {
		return (text != null) ? FailureCode.of(text) : null;
	}

}
