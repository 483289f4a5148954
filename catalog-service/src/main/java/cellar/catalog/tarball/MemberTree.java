package cellar.catalog.tarball;

import java.util.HashMap;
import java.util.Map;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * All members so far by their place. Two in one place, or one below what is no directory,
 * would be unpacked differently by different programs.
 */
class MemberTree {

	private final Map<MemberPath, Kind> kinds = new HashMap<>();

	void add(MemberPath path, Kind kind) {
		if (path.isRoot()) {
			if (kind != Kind.DIRECTORY) {
				throw new RefusedException(Refusal.UNSAFE_NAME, "A member has no name of its own");
			}
			return;
		}
		Kind before = this.kinds.put(path, kind);
		if (before != null && (before != Kind.DIRECTORY || kind != Kind.DIRECTORY)) {
			throw duplicate(path);
		}
		for (MemberPath parent = path.parent(); !parent.isRoot(); parent = parent.parent()) {
			Kind above = this.kinds.putIfAbsent(parent, Kind.DIRECTORY);
			if (above == Kind.DIRECTORY) {
				return;
			}
			if (above != null) {
				throw duplicate(parent);
			}
		}
	}

	void checkHardLink(MemberPath path, MemberPath target) {
		if (this.kinds.get(target) != Kind.FILE) {
			throw new RefusedException(Refusal.UNSAFE_LINK,
					"The link '%s' leads to no file before it in the tarball".formatted(path));
		}
	}

	private static RefusedException duplicate(MemberPath path) {
		return new RefusedException(Refusal.DUPLICATE_MEMBER,
				"'%s' stands in the tarball more than once; pack the image again into a new tarball".formatted(path));
	}

	/**
	 * What stands in a place.
	 */
	enum Kind {

		/** Bytes. */
		FILE,

		/** Other members. */
		DIRECTORY,

		/** The way to another place. */
		LINK

	}

}
