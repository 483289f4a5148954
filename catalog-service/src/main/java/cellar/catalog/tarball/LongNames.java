package cellar.catalog.tarball;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * What the headers before a member say of it.
 */
class LongNames {

	private static final String PATH = "path";

	private static final String SPARSE_NAME = "GNU.sparse.name";

	private static final String LINK = "linkpath";

	private static final String SIZE = "size";

	private final Map<String, String> values = new HashMap<>();

	void name(String name) {
		put(PATH, name);
	}

	void link(String link) {
		put(LINK, link);
	}

	void records(Map<String, String> records) {
		records.forEach(this::put);
	}

	private void put(String key, String value) {
		// Programs differ in which of two they believe.
		if (this.values.put(key, value) != null) {
			throw corrupt("A member is described twice");
		}
	}

	static void checkGlobal(Map<String, String> records) {
		if (!records.isEmpty()) {
			throw corrupt("A global header names a single member");
		}
	}

	void checkUsed() {
		if (!this.values.isEmpty()) {
			throw corrupt("A header describes a member that does not follow");
		}
	}

	String nameOr(String name) {
		return this.values.getOrDefault(SPARSE_NAME, this.values.getOrDefault(PATH, name));
	}

	/**
	 * Returns what programs may take for the name that know less, or believe other
	 * headers.
	 * @param header the header of the member
	 * @return all names that it has
	 */
	List<String> names(TarHeader header) {
		return stated(Stream.of(header.base(), header.name(), nameOr(""), this.values.getOrDefault(PATH, "")));
	}

	List<String> links(TarHeader header) {
		return stated(Stream.of(header.link(), linkOr("")));
	}

	private static List<String> stated(Stream<String> texts) {
		return texts.filter((text) -> !text.isEmpty()).toList();
	}

	String linkOr(String link) {
		return this.values.getOrDefault(LINK, link);
	}

	long sizeOr(long size) {
		String stated = this.values.get(SIZE);
		return (stated != null) ? number(stated) : size;
	}

	boolean isSparse() {
		return this.values.keySet().stream().anyMatch((key) -> key.startsWith("GNU."));
	}

	long realSizeOr(long size) {
		String stated = this.values.getOrDefault("GNU.sparse.realsize", this.values.get("GNU.sparse.size"));
		return (stated != null) ? number(stated) : size;
	}

	private static long number(String text) {
		if (!text.matches("[0-9]{1,18}")) {
			throw corrupt("A member has a size that is no size");
		}
		return Long.parseLong(text);
	}

	private static RefusedException corrupt(String what) {
		return new RefusedException(Refusal.CORRUPT, what + "; pack the image again");
	}

}
