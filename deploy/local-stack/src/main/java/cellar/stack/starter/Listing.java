package cellar.stack.starter;

/**
 * What a listing tells of an image.
 *
 * @param name the name that people ask for
 * @param os the operating system
 * @param architecture the processor
 * @param version the version
 * @param description what people read
 */
record Listing(String name, String os, String architecture, String version, String description) {

	/**
	 * Reads a line as {@code eustore-describe-images} prints it.
	 * @param line the columns, separated by a blank each
	 * @return what it tells
	 */
	static Listing of(String line) {
		String[] columns = line.split(" ", 5);
		return new Listing(columns[0], columns[1], columns[2], columns[3], columns[4]);
	}

	// As the files of the original catalog are named.
	String fileBase() {
		String large = this.name.startsWith(this.os + "-lg-") ? "-lg" : "";
		return "euca-%s%s-%s-%s".formatted(this.os, large, this.version, this.architecture);
	}

}
