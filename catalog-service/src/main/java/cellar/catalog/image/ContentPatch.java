package cellar.catalog.image;

import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
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

	ImageContent apply(ImageContent before, ObjectNode patch) {
		ObjectNode merged = this.json.valueToTree(before);
		patch.propertyStream().forEach((field) -> {
			if (field.getValue().isNull()) {
				merged.remove(field.getKey());
			}
			else {
				merged.set(field.getKey(), field.getValue());
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
