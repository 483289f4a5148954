package cellar.catalog.tarball;

import java.util.ArrayList;
import java.util.List;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * Where a member stands: segments below the directory that the tarball is unpacked in.
 *
 * @param segments the segments, with neither an empty one nor a dot one; none for that
 * directory itself
 */
record MemberPath(List<String> segments) {

	private static final int MAX_LENGTH = 1024;

	/** Each directory above a member is remembered. */
	private static final int MAX_DEPTH = 33;

	static MemberPath of(String name) {
		if (name.isEmpty() || name.length() > MAX_LENGTH) {
			throw refuse(Refusal.UNSAFE_NAME, "A member has no name, or one of more than 1024 characters");
		}
		if (name.indexOf('\\') >= 0 || name.codePoints().anyMatch(MemberPath::isInvisible)) {
			throw refuse(Refusal.UNSAFE_NAME, "A member has a backslash or a control character in its name");
		}
		if (name.startsWith("/")) {
			throw refuse(Refusal.UNSAFE_NAME, "The name of '%s' is absolute".formatted(name));
		}
		List<String> segments = new ArrayList<>();
		for (String segment : name.split("/")) {
			if (segment.equals("..")) {
				throw refuse(Refusal.UNSAFE_NAME, "The name of '%s' leads upwards".formatted(name));
			}
			if (!segment.isEmpty() && !segment.equals(".")) {
				segments.add(segment);
			}
		}
		if (segments.size() > MAX_DEPTH) {
			throw refuse(Refusal.UNSAFE_NAME, "A member lies below more than 32 directories");
		}
		return new MemberPath(List.copyOf(segments));
	}

	// Others would make a name look like another one.
	private static boolean isInvisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				true;
			default -> false;
		};
	}

	// A way upwards is allowed at the beginning only: behind a name, which may be a link
	// itself, it could lead anywhere.
	void checkSymbolicLink(String target) {
		int up = 0;
		boolean named = false;
		for (String segment : target.split("/")) {
			if (segment.equals("..")) {
				up++;
				if (named || up >= this.segments.size()) {
					throw refuse(Refusal.UNSAFE_LINK, "The link '%s' leads out of the tarball".formatted(this));
				}
			}
			else if (!segment.isEmpty() && !segment.equals(".")) {
				named = true;
			}
		}
		if (target.isEmpty() || target.startsWith("/") || target.indexOf('\\') >= 0
				|| target.codePoints().anyMatch(MemberPath::isInvisible)) {
			throw refuse(Refusal.UNSAFE_LINK, "The link '%s' leads out of the tarball, or nowhere".formatted(this));
		}
	}

	boolean isRoot() {
		return this.segments.isEmpty();
	}

	MemberPath parent() {
		return new MemberPath(this.segments.subList(0, this.segments.size() - 1));
	}

	String baseName() {
		return (isRoot()) ? "" : this.segments.getLast();
	}

	private static RefusedException refuse(Refusal refusal, String what) {
		return new RefusedException(refusal, what + "; pack the image again with plain relative names");
	}

	@Override
	public String toString() {
		return String.join("/", this.segments);
	}

}
