package cellar.gateway.lookup;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer. They stay readable until it is closed, whatever happens to the
 * entry meanwhile.
 */
public interface Body extends AutoCloseable {

	/** No bytes. */
	Body EMPTY = (_, _) -> new Piece.End();

	/**
	 * Finds the next bytes, waiting for them if they are still to come.
	 * @param position offset of the first of them; goes up from call to call
	 * @param end offset of the first byte that is not wanted, {@link Long#MAX_VALUE} for
	 * none
	 * @return some of the bytes, valid until the next call
	 * @throws IOException if the body cannot be completed
	 */
	Piece next(long position, long end) throws IOException;

	/**
	 * Finds a part if all of it is there and known to be right. Never waits.
	 * @param first offset of the first byte
	 * @param end offset of the first byte after the part, behind the first one
	 * @return the part, or {@code null} if {@link #next} has to be asked
	 */
	default @Nullable Piece ready(long first, long end) {
		return null;
	}

	/**
	 * Called when the file which a piece is in does not give its bytes, so that they have
	 * to come from elsewhere, for this reader and for others.
	 * @param piece the piece
	 * @param cause why not
	 */
	default void distrust(Piece.InFile piece, IOException cause) {
	}

	/**
	 * Called from any thread when nobody wants bytes any more, before this is closed by
	 * who reads it: a call that waits for some, or works through others, ends with an
	 * {@link IOException}.
	 */
	default void abandon() {
	}

	@Override
	default void close() {
	}

}
