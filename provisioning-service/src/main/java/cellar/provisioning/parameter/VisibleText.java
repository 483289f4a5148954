package cellar.provisioning.parameter;

/**
 * One line of text without anything that does not show.
 */
public final class VisibleText {

	private VisibleText() {
	}

	/**
	 * Tells whether a text is that.
	 * @param text the text
	 * @return whether it has neither control characters nor invisible ones
	 */
	public static boolean matches(String text) {
		return text.codePoints().allMatch(VisibleText::isVisible);
	}

	private static boolean isVisible(int point) {
		return !Character.isISOControl(point) && switch (Character.getType(point)) {
			case Character.UNASSIGNED, Character.SURROGATE, Character.FORMAT, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
