package cellar.catalog.description;

import java.util.List;
import java.util.Map;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import cellar.common.problem.BodyViolations;
import cellar.common.problem.InvalidFieldException;
import cellar.common.problem.Violation;

/**
 * Applies a JSON Merge Patch (RFC 7396): what is there replaces, null takes away.
 */
@Component
public class DescriptionPatch {

	private final JsonMapper json;

	private final Validator validator;

	DescriptionPatch(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Applies a patch.
	 * @param before what is there
	 * @param patch the fields to replace or, where null, to take away
	 * @return what is wanted, checked
	 * @throws InvalidFieldException if that cannot be
	 */
	public GivenDescription apply(GivenDescription before, Map<String, @Nullable Object> patch) {
		ObjectNode merged = this.json.valueToTree(before);
		merge(merged, this.json.valueToTree(patch));
		GivenDescription after = read(merged);
		List<Violation> violations = this.validator.validate(after)
			.stream()
			.map((violation) -> new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
			.toList();
		if (!violations.isEmpty()) {
			throw new InvalidFieldException(violations);
		}
		return after;
	}

	private void merge(ObjectNode target, ObjectNode patch) {
		patch.forEachEntry((field, value) -> {
			if (value.isNull()) {
				target.remove(field);
			}
			else if (value instanceof ObjectNode inner) {
				// What was no object becomes one, since its members may be taken away.
				merge((target.get(field) instanceof ObjectNode old) ? old : target.putObject(field), inner);
			}
			else {
				target.set(field, value);
			}
		});
	}

	private GivenDescription read(ObjectNode merged) {
		try {
			return this.json.treeToValue(merged, GivenDescription.class);
		}
		catch (DatabindException ex) {
			throw new InvalidFieldException(List.of(BodyViolations.of(ex)));
		}
	}

}
