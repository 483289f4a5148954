package cellar.catalog.description;

/**
 * The forms that fields of an image may have.
 */
public final class ImageFormat {

	/**
	 * A name: part of object keys and first column of listings that are split at blanks.
	 * A letter keeps it apart from the numbers of eustore.
	 */
	public static final String NAME = "(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

	/**
	 * A kind of operating system.
	 */
	public static final String OS = "[a-z][a-z0-9.+-]{0,31}";

	/**
	 * A version: one word.
	 */
	public static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._:+~-]{0,63}";

	/**
	 * A kind of hypervisor.
	 */
	public static final String HYPERVISOR = "[a-z][a-z0-9-]{0,15}";

	/**
	 * A login name.
	 */
	public static final String USER = "[A-Za-z_][A-Za-z0-9._-]{0,31}";

	static final String LABEL = "[a-z0-9]([a-z0-9._/-]{0,61}[a-z0-9])?";

	static final String VIRTUALIZATION = "hvm|paravirtual";

	private ImageFormat() {
	}

}
