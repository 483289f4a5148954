package cellar.gateway.variant;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import cellar.common.hash.HashFunction;
import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;

/**
 * By which fields of requests the answers for one object differ (RFC 9111, 4.1). What is
 * told apart by more fields than need be is still told apart, so that fields are only
 * ever added.
 *
 * @param fields lower-case names, in their order
 */
public record Variation(List<String> fields) {

	/** No fields: there is one answer for all. */
	private static final Variation NONE = new Variation(List.of());

	/**
	 * Returns what variants are known to be told apart by.
	 * @param variants their keys
	 * @return the fields
	 */
	public static Variation of(List<Key> variants) {
		Variation variation = NONE;
		for (Key variant : variants) {
			variation = variation.with(variant);
		}
		return variation;
	}

	private Variation with(Key key) {
		String name = key.variant();
		return (name != null) ? with(name.substring(0, name.indexOf(' '))) : this;
	}

	/**
	 * Returns what the answers for an object differ by.
	 * @param key the key under which it was asked for
	 * @param answer the headers of one of them
	 * @return the fields that are known by now
	 */
	public static Variation of(Key key, Headers answer) {
		return NONE.with(key).with(answer.joined("Vary"));
	}

	/**
	 * Returns what one variant is told apart by.
	 * @param key its key
	 * @return the fields
	 */
	public static Variation of(Key key) {
		return NONE.with(key);
	}

	private Variation with(String names) {
		Set<String> all = new TreeSet<>(this.fields);
		all.addAll(Arrays.asList(names.toLowerCase(Locale.ROOT).split("[\\s,]+")));
		all.remove("");
		return (all.size() == this.fields.size()) ? this : new Variation(List.copyOf(all));
	}

	/**
	 * Returns the key of the variant that a request selects.
	 * @param key the key of the object or of one of its variants
	 * @param request the headers of the request
	 * @return the key, which is that of the object where nothing varies
	 */
	public Key select(Key key, Headers request) {
		if (this.fields.isEmpty()) {
			return key.whole();
		}
		StringBuilder selecting = new StringBuilder();
		for (String field : this.fields) {
			List<String> values = request.values(field);
			// Not to be there is another thing than to be empty.
			selecting.append(values.isEmpty() ? "-" : "+" + SelectingField.normalised(field, values)).append('\n');
		}
		byte[] hash = HashFunction.SHA_256.of(selecting.toString().getBytes(StandardCharsets.UTF_8));
		return key.whole().variant(String.join(",", this.fields) + " " + HexFormat.of().formatHex(hash));
	}

}
