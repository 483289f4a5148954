package cellar.common.test.eustore;

/**
 * A column of the listings up to 2.1. A value that just fits has no gap behind it.
 *
 * @param key what it shows
 * @param width characters
 */
record Column(String key, int width) {

	static final Column OS = new Column("os", 12);

	static final Column ARCHITECTURE = new Column("architecture", 8);

	static final Column VERSION = new Column("version", 15);

	String fit(String value) {
		return (value.length() > this.width) ? value.substring(0, this.width - 2) + ".."
				: value + " ".repeat(this.width - value.length());
	}

	String of(CatalogRow row) {
		return fit(row.text(this.key));
	}

	/**
	 * Prints the second line that {@code -v} adds.
	 */
	static String details(CatalogRow row) {
		return "     " + new Column("date", 20).of(row) + new Column("stamp", 12).of(row)
				+ new Column("recipe", 23).of(row) + row.text("contact");
	}

}
