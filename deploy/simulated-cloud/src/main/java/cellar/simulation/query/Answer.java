package cellar.simulation.query;

/**
 * The inside of a response document.
 */
@FunctionalInterface
public interface Answer {

	/**
	 * Writes the elements below the root, all but {@code requestId}.
	 * @param xml where they go
	 */
	void writeTo(XmlWriter xml);

	/**
	 * Answers calls that have nothing more to say than that they worked.
	 * @return the answer
	 */
	static Answer done() {
		return (xml) -> xml.text("return", true);
	}

}
