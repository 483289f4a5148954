package cellar.gateway.fetch;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.Slicing;
import cellar.gateway.header.ContentRange;
import cellar.gateway.lookup.Portion;
import cellar.gateway.origin.OriginAnswer;

/**
 * What an origin is asked for when nothing is known of an object yet: whole slices, as
 * many as are wanted first, or all of it.
 *
 * @param first offset of the first byte
 * @param end offset of the first byte that is not asked for, {@link Long#MAX_VALUE} for
 * none
 * @param sliceSize bytes of a slice
 */
record FirstRequest(long first, long end, int sliceSize) {

	/**
	 * Asks for all of an object.
	 * @param sliceSize bytes of a slice
	 * @return the request
	 */
	static FirstRequest whole(int sliceSize) {
		return new FirstRequest(0, Long.MAX_VALUE, sliceSize);
	}

	/**
	 * Asks for what somebody wants first.
	 * @param portion what that is
	 * @param sliceSize bytes of a slice
	 * @param stretch how many slices to ask for at most
	 * @return the request
	 */
	static FirstRequest of(Portion portion, int sliceSize, int stretch) {
		if (portion.isAll()) {
			return whole(sliceSize);
		}
		if (portion.first() < 0) {
			return one(sliceSize);
		}
		long slice = portion.first() / sliceSize;
		long most = Math.min(portion.end() - 1, Long.MAX_VALUE - sliceSize) / sliceSize + 1;
		long last = Math.min(most, slice + stretch);
		return new FirstRequest(slice * sliceSize, last * sliceSize, sliceSize);
	}

	// Enough to learn how long an object is, on which depends where its end is.
	private static FirstRequest one(int sliceSize) {
		return new FirstRequest(0, 1, sliceSize);
	}

	/**
	 * Returns what to ask for when an object has nothing of this (RFC 9110, 15.5.17).
	 * @return the least that an object has or, if it has not even that, all of it
	 */
	FirstRequest afterRefusal() {
		FirstRequest least = one(this.sliceSize);
		return equals(least) ? whole(this.sliceSize) : least;
	}

	boolean isWhole() {
		return this.end == Long.MAX_VALUE;
	}

	/**
	 * Returns the part that is asked for.
	 * @return the value of a {@code Range} field, or {@code null} for all of it
	 */
	@Nullable String range() {
		return isWhole() ? null : "bytes=" + this.first + "-" + (this.end - 1);
	}

	/**
	 * Returns whether an answer has just what was asked for, of a length that is known.
	 * @param content the answer
	 * @return whether it can be cut into slices
	 */
	boolean isMetBy(OriginAnswer.Content content) {
		if (content.status() == 200) {
			return isWhole() && content.length() >= 0;
		}
		ContentRange part = content.part();
		return !isWhole() && content.status() == 206 && part != null && part.total() >= 0 && part.first() == this.first
				&& part.last() + 1 == Math.min(this.end, part.total());
	}

	/**
	 * Returns the first slice that the answer has whole.
	 * @return its number
	 */
	int firstSlice() {
		return (int) (this.first / this.sliceSize);
	}

	/**
	 * Returns the first slice that the answer does not have whole.
	 * @param length bytes of the object
	 * @return its number
	 */
	int endSlice(long length) {
		return (int) ((this.end >= length) ? new Slicing(length, this.sliceSize).count() : this.end / this.sliceSize);
	}

}
