package cellar.catalog.channel;

/**
 * Thrown when a channel cannot lead there.
 */
class ChannelConflictException extends RuntimeException {

	ChannelConflictException(String message) {
		super(message);
	}

}
