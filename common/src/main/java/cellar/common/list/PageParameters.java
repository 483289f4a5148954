package cellar.common.list;

import cellar.common.problem.InvalidParameterException;

/**
 * Which page of a list is asked for.
 *
 * @param page the page, from 0 to 1000000
 * @param size the most items that it may hold, 1 to 1000
 */
public record PageParameters(int page, int size) {

	/**
	 * The page that is answered unless another is asked for.
	 */
	public static final String FIRST_PAGE = "0";

	/**
	 * The size of a page unless another is asked for.
	 */
	public static final String DEFAULT_SIZE = "50";

	/** Keeps the number of the first item within what databases count. */
	private static final int MAX_PAGE = 1_000_000;

	private static final int MAX_SIZE = 1000;

	public PageParameters {
		if (page < 0 || page > MAX_PAGE) {
			throw new InvalidParameterException("page", "must be 0 to " + MAX_PAGE);
		}
		if (size < 1 || size > MAX_SIZE) {
			throw new InvalidParameterException("size", "must be 1 to " + MAX_SIZE);
		}
	}

}
