package cellar.catalog.image;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import cellar.catalog.description.OneLine;
import cellar.catalog.library.ImageState;
import cellar.common.problem.InvalidParameterException;

/**
 * Reads the parameters of a list of images.
 */
final class ImageParameters {

	private static final int MAX_SEARCH = 200;

	private ImageParameters() {
	}

	static @Nullable String search(@Nullable String q) {
		if (q != null && q.length() > MAX_SEARCH) {
			throw new InvalidParameterException("q", "must have at most " + MAX_SEARCH + " characters");
		}
		return text("q", q);
	}

	static @Nullable String text(String parameter, @Nullable String value) {
		if (value != null && !value.matches(OneLine.FORM)) {
			throw new InvalidParameterException(parameter, OneLine.MESSAGE);
		}
		return value;
	}

	static Set<ImageState> states(@Nullable List<String> names) {
		Set<ImageState> states = EnumSet.noneOf(ImageState.class);
		if (names != null) {
			names.forEach((name) -> states.add(ImageState.named(name).orElseThrow(ImageParameters::noState)));
			if (states.isEmpty()) {
				throw noState();
			}
		}
		return states;
	}

	/**
	 * Reads labels.
	 * @param pairs each a key and a value with a colon between them, whatever commas the
	 * value has
	 * @return the labels
	 */
	static Map<String, String> labels(String @Nullable [] pairs) {
		Map<String, String> labels = new TreeMap<>();
		for (String pair : (pairs != null) ? pairs : new String[0]) {
			String[] parts = pair.split(":", 2);
			if (parts.length != 2 || text("label", pair) == null) {
				throw new InvalidParameterException("label", "must be a key and a value with ':' between them");
			}
			String other = labels.put(parts[0], parts[1]);
			if (other != null && !other.equals(parts[1])) {
				throw new InvalidParameterException("label", "must not ask for two values of one key");
			}
		}
		return labels;
	}

	private static InvalidParameterException noState() {
		return new InvalidParameterException("state", "must be some of " + List.of(ImageState.values()));
	}

}
