package cellar.catalog.channel;

/**
 * Thrown when there is no such channel or slot, or the caller may not know of it.
 */
class ChannelNotFoundException extends RuntimeException {

	ChannelNotFoundException(String what) {
		super("Nothing published leads through '" + what + "'");
	}

}
