package cellar.gateway.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.KeyHash;

/**
 * What one entry is a copy of. Keys are compared whole, never by a digest. There may be
 * millions of them, so names are kept as bytes.
 */
public final class Key {

	private final Space space;

	private final byte[] object;

	private final int hash;

	private Key(Space space, byte[] object) {
		this.space = space;
		this.object = object;
		this.hash = 31 * space.hashCode() + Arrays.hashCode(object);
	}

	/** Stands in no text in UTF-8. */
	private static final byte SEPARATOR = (byte) 0xff;

	/**
	 * Returns the key of an object.
	 * @param space where it is
	 * @param object its name there
	 * @return the key
	 */
	public static Key of(Space space, String object) {
		return new Key(space, object.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Returns the key of one variant of this object (RFC 9111, 4.1).
	 * @param name what tells it from all others
	 * @return the key
	 */
	public Key variant(String name) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(this.object, 0, separator());
		bytes.write(SEPARATOR);
		bytes.writeBytes(name.getBytes(StandardCharsets.UTF_8));
		return new Key(this.space, bytes.toByteArray());
	}

	/**
	 * Returns the key of the object of which this is a variant.
	 * @return the key, which is this one if there are no variants
	 */
	public Key whole() {
		int end = separator();
		return (end == this.object.length) ? this : new Key(this.space, Arrays.copyOf(this.object, end));
	}

	/**
	 * Returns the same key over a space that others share, as there may be millions.
	 * @param shared a space that equals that of this key
	 * @return the key
	 */
	public Key within(Space shared) {
		return new Key(shared, this.object);
	}

	/**
	 * Returns which variant this is.
	 * @return its name, or {@code null} if it is none
	 */
	public @Nullable String variant() {
		int end = separator();
		return (end == this.object.length) ? null
				: new String(this.object, end + 1, this.object.length - end - 1, StandardCharsets.UTF_8);
	}

	private int separator() {
		int end = 0;
		while (end < this.object.length && this.object[end] != SEPARATOR) {
			end++;
		}
		return end;
	}

	public Space space() {
		return this.space;
	}

	public String object() {
		return new String(this.object, 0, separator(), StandardCharsets.UTF_8);
	}

	/**
	 * Returns what files of this key are found by.
	 * @return the hash
	 */
	public KeyHash fileHash() {
		String variant = variant();
		return KeyHash.of(this.space.route() + '\0' + this.space.source() + '\0' + object()
				+ ((variant != null) ? '\0' + variant : ""));
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Key key && this.hash == key.hash && this.space.equals(key.space)
				&& Arrays.equals(this.object, key.object);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	/**
	 * Returns what logs say of it. Queries hold signatures and tokens.
	 * @return route and name, without the query
	 */
	@Override
	public String toString() {
		int query = object().indexOf('?');
		return this.space.route() + " " + ((query >= 0) ? object().substring(0, query) + "?..." : object());
	}

	/**
	 * All objects that one route leads to at one origin.
	 *
	 * @param route the path of the route
	 * @param source the identity of the origin
	 */
	public record Space(String route, String source) {

	}

}
