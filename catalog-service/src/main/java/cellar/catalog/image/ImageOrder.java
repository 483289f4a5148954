package cellar.catalog.image;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.data.domain.Sort;

import cellar.common.problem.InvalidParameterException;

/**
 * The order of a list, always ending with the id, so that pages neither repeat nor skip.
 */
final class ImageOrder {

	private static final List<String> FIELDS = List.of("name", "os", "architecture", "version", "state", "createdAt",
			"updatedAt", "releasedAt");

	private static final Set<String> DESCRIPTION_FIELDS = Set.of("name", "os", "architecture", "version");

	private ImageOrder() {
	}

	static Sort of(List<String> sort) {
		Sort order = Sort.unsorted();
		// The id goes the same way as the field before it, as in the indexes.
		Sort.Direction last = Sort.Direction.ASC;
		// A comma in one parameter and the parameter repeated look the same by now.
		for (int index = 0; index < sort.size(); index++) {
			String field = sort.get(index);
			if (!FIELDS.contains(field)) {
				throw new InvalidParameterException("sort", "must be one of " + String.join(", ", FIELDS)
						+ ", with ',asc' or ',desc' behind it if need be");
			}
			Sort.Direction direction = Sort.Direction.ASC;
			if (index + 1 < sort.size() && isDirection(sort.get(index + 1))) {
				direction = Sort.Direction.fromString(sort.get(++index));
			}
			order = order.and(Sort.by(direction, path(field)));
			last = direction;
		}
		if (order.isUnsorted()) {
			return Sort.by(Sort.Direction.DESC, "releasedAt").and(Sort.by(path("name"))).and(Sort.by("id"));
		}
		return order.and(Sort.by(last, "id"));
	}

	private static String path(String field) {
		return DESCRIPTION_FIELDS.contains(field) ? "about." + field : field;
	}

	private static boolean isDirection(String text) {
		return List.of("asc", "desc").contains(text.toLowerCase(Locale.ROOT));
	}

}
