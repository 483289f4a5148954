package cellar.gateway.index;

/**
 * What stays for as long as anything else can go.
 */
@FunctionalInterface
public interface Pins {

	/** Nothing does. */
	Pins NONE = (_) -> false;

	/**
	 * Returns whether the copies of an object stay.
	 * @param key the key of the object or of one variant
	 * @return whether they do; always the same for a key
	 */
	boolean hold(Key key);

}
