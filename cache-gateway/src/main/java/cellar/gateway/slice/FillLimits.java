package cellar.gateway.slice;

/**
 * How much is asked of an origin for one object.
 *
 * @param parallel how many requests run at a time, from 1
 * @param stretch how many slices one request brings at most, from 1
 * @param readAhead how many slices are fetched before the reader gets there, from 0
 * @param finishedAlone which share has to be there for the rest to be fetched although
 * nobody waits for it any more, from 0 to 1
 */
public record FillLimits(int parallel, int stretch, int readAhead, double finishedAlone) {

	public FillLimits {
		if (parallel < 1 || stretch < 1 || readAhead < 0 || !(finishedAlone >= 0 && finishedAlone <= 1)) {
			throw new IllegalArgumentException("Limits are out of range");
		}
	}

	/**
	 * Returns whether the rest of an object is to be fetched although nobody waits for
	 * it.
	 * @param present bytes that are there
	 * @param length bytes of the whole object
	 * @return whether enough is there
	 */
	public boolean areWorthTheRest(long present, long length) {
		return present >= this.finishedAlone * length;
	}

}
