package cellar.provisioning.launch.effect;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.instance.InstanceState;

/**
 * Keeps states of machines under the names that EC2 gives them.
 */
@Converter
class InstanceStateConverter implements AttributeConverter<@Nullable InstanceState, @Nullable String> {

	@Override
	public @Nullable String convertToDatabaseColumn(@Nullable InstanceState state) {
		return (state != null) ? state.toString() : null;
	}

	@Override
	public @Nullable InstanceState convertToEntityAttribute(@Nullable String name) {
		return (name != null) ? InstanceState.of(name) : null;
	}

}
