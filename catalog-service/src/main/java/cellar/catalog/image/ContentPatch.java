package cellar.catalog.image;

import java.util.Map;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies a JSON Merge Patch (RFC 7396): what is there replaces, null takes away.
 */
@Component
class ContentPatch {

	private final JsonMapper json;

	private final Validator validator;

	ContentPatch(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	ImageContent apply(ImageContent before, Map<String, @Nullable Object> patch) {
		ObjectNode merged = this.json.valueToTree(before);
		patch.forEach((field, value) -> {
			if (value == null) {
				merged.remove(field);
			}
			else {
				merged.set(field, this.json.valueToTree(value));
			}
		});
		ImageContent after = this.json.treeToValue(merged, ImageContent.class);
		Set<ConstraintViolation<ImageContent>> violations = this.validator.validate(after);
		if (!violations.isEmpty()) {
			throw new ConstraintViolationException(violations);
		}
		return after;
	}

}
