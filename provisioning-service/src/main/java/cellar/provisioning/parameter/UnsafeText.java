package cellar.provisioning.parameter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Text that some reader of user data would interpret instead of taking it literally, in
 * whichever parameter it stands.
 */
final class UnsafeText {

	private static final List<String> SUBSTITUTED = List.of("$public_ipv4", "$private_ipv4", "$public_ipv6",
			"$private_ipv6");

	private static final List<String> JINJA = List.of("{{", "{%", "{#");

	private UnsafeText() {
	}

	static @Nullable String violationOf(String text) {
		for (String substituted : SUBSTITUTED) {
			if (text.contains(substituted)) {
				return "must not contain '" + substituted + "', which CoreOS would replace with an address";
			}
		}
		for (String opening : JINJA) {
			if (text.contains(opening)) {
				return "must not contain '" + opening + "', which cloud-init may take for a template";
			}
		}
		return VisibleText.matches(text) ? null : "must not contain control characters or invisible ones";
	}

}
