package cellar.catalog.eustore;

import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * Reads the field that three generations of clients read in three ways.
 */
final class SingleKernel {

	private static final List<String> PROPER = List.of("True", "");

	private static final List<String> YES = List.of("true", "yes", "1");

	private SingleKernel() {
	}

	static boolean read(JsonNode value, Findings findings) {
		if (value.isString() && PROPER.contains(value.stringValue())) {
			return "True".equals(value.stringValue());
		}
		if (value.isString() && "False".equals(value.stringValue())) {
			findings.repair("'single-kernel' was \"False\", which some clients take for yes; it is \"\" here");
			return false;
		}
		if (value.isBoolean()) {
			findings.repair("'single-kernel' was a boolean");
			return value.booleanValue();
		}
		if (value.isMissingNode() || value.isNull()) {
			findings.repair("'single-kernel' was missing; hypervisor-specific kernels were assumed");
			return false;
		}
		boolean yes = value.isValueNode() && YES.contains(value.asString().strip().toLowerCase(Locale.ROOT));
		findings.repair("'single-kernel' was read as %s".formatted(yes ? "True" : "False"));
		return yes;
	}

}
