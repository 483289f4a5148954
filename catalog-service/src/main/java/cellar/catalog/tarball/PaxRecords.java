package cellar.catalog.tarball;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import cellar.catalog.layout.Refusal;
import cellar.catalog.layout.RefusedException;

/**
 * The records of an extended header, each {@code "LENGTH KEY=VALUE\n"} (POSIX.1-2001, pax
 * Interchange Format). Only what changes how a member is read is kept.
 */
final class PaxRecords {

	private static final Set<String> KEYS = Set.of("path", "linkpath", "size", "GNU.sparse.name", "GNU.sparse.realsize",
			"GNU.sparse.size");

	private static final int LONGEST_LENGTH = 7;

	private final byte[] bytes;

	private int position;

	private PaxRecords(byte[] bytes) {
		this.bytes = bytes;
	}

	static Map<String, String> parse(byte[] bytes) {
		Map<String, String> values = new HashMap<>();
		PaxRecords records = new PaxRecords(bytes);
		while (records.position < bytes.length) {
			records.next(values);
		}
		return values;
	}

	private void next(Map<String, String> values) {
		int start = this.position;
		int length = length();
		int end = start + length;
		if (length == 0 || end > this.bytes.length || end <= this.position || this.bytes[end - 1] != '\n') {
			throw corrupt();
		}
		int equals = this.position;
		while (equals < end && this.bytes[equals] != '=') {
			equals++;
		}
		if (equals == end) {
			throw corrupt();
		}
		String key = TarHeader.utf8(this.bytes, this.position, equals - this.position);
		if (KEYS.contains(key)) {
			values.put(key, TarHeader.utf8(this.bytes, equals + 1, end - equals - 2));
		}
		this.position = end;
	}

	private int length() {
		int length = 0;
		int start = this.position;
		while (this.position < this.bytes.length && this.position - start < LONGEST_LENGTH) {
			byte digit = this.bytes[this.position++];
			if (digit == ' ') {
				return length;
			}
			if (digit < '0' || digit > '9') {
				throw corrupt();
			}
			length = length * 10 + digit - '0';
		}
		throw corrupt();
	}

	private static RefusedException corrupt() {
		return new RefusedException(Refusal.CORRUPT, "An extended header is malformed; the tarball is damaged");
	}

}
