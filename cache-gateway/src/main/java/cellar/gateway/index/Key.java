package cellar.gateway.index;

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

	/**
	 * Returns the key of an object.
	 * @param space where it is
	 * @param object its name there
	 * @return the key
	 */
	public static Key of(Space space, String object) {
		return new Key(space, object.getBytes(StandardCharsets.UTF_8));
	}

	public Space space() {
		return this.space;
	}

	public String object() {
		return new String(this.object, StandardCharsets.UTF_8);
	}

	/**
	 * Returns what files of this key are found by.
	 * @return the hash
	 */
	public KeyHash fileHash() {
		return KeyHash.of(this.space.route() + '\0' + this.space.source() + '\0' + object());
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

	@Override
	public String toString() {
		return this.space.route() + " " + object();
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
