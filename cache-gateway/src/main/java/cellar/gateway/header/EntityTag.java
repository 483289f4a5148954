package cellar.gateway.header;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entity tag. Some stores send theirs without quotes and get them back like that, so
 * quotes are no part of the comparison.
 *
 * @param opaque the tag without quotes
 * @param weak whether it is marked as weak
 */
public record EntityTag(String opaque, boolean weak) {

	public static @Nullable EntityTag parse(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		String tag = text.strip();
		// Some write it like this, and none of them can mean a strong one.
		boolean weak = tag.startsWith("W/") || tag.startsWith("w/");
		tag = weak ? tag.substring(2) : tag;
		boolean quoted = tag.length() >= 2 && tag.startsWith("\"") && tag.endsWith("\"");
		return new EntityTag(quoted ? tag.substring(1, tag.length() - 1) : tag, weak);
	}

	/**
	 * Returns whether a tag is one that no other version has (RFC 9110, 8.8.3). An empty
	 * one is what an origin has that does not make any.
	 * @param text the tag, or {@code null} if there is none
	 * @return whether parts of a version can be known by it
	 */
	public static boolean isStrong(@Nullable String text) {
		EntityTag tag = parse(text);
		return tag != null && !tag.weak && !tag.opaque.isEmpty();
	}

	public static List<EntityTag> list(String text) {
		List<EntityTag> tags = new ArrayList<>();
		int start = 0;
		boolean quoted = false;
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || (text.charAt(i) == ',' && !quoted)) {
				EntityTag tag = parse(text.substring(start, i));
				if (tag != null) {
					tags.add(tag);
				}
				start = i + 1;
			}
			else if (text.charAt(i) == '"') {
				quoted = !quoted;
			}
		}
		return tags;
	}

	public boolean matchesWeakly(EntityTag other) {
		return this.opaque.equals(other.opaque);
	}

	public boolean matchesStrongly(EntityTag other) {
		return !this.weak && !other.weak && this.opaque.equals(other.opaque);
	}

}
