package cellar.gateway.body;

import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.Piece;
import cellar.gateway.store.SmallCopy;

/**
 * A copy that is in memory.
 */
public final class SmallBody implements Body {

	private final SmallCopy copy;

	public SmallBody(SmallCopy copy) {
		this.copy = copy;
	}

	@Override
	public Piece next(long position, long end) {
		return (position < this.copy.length()) ? ready(position, Math.min(end, this.copy.length())) : new Piece.End();
	}

	@Override
	public Piece ready(long first, long end) {
		return new Piece.InMemory(this.copy.bytes().position((int) first).limit((int) end));
	}

}
