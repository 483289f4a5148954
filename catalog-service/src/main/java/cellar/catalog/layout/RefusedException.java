package cellar.catalog.layout;

/**
 * Thrown when a file is not kept.
 */
public class RefusedException extends RuntimeException {

	private final Refusal refusal;

	/**
	 * Creates an exception.
	 * @param refusal why
	 * @param sentence why in words, and what to do
	 */
	public RefusedException(Refusal refusal, String sentence) {
		super(sentence);
		this.refusal = refusal;
	}

	/**
	 * Returns why.
	 * @return the reason
	 */
	public Refusal refusal() {
		return this.refusal;
	}

	/**
	 * Returns why in words.
	 * @return the sentence
	 */
	public String sentence() {
		return String.valueOf(getMessage());
	}

}
