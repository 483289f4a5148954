package cellar.catalog.layout;

/**
 * How much a file may ask for before it is refused.
 *
 * @param maxExpandedSize bytes that it may unpack to, holes of sparse members included
 * @param freeExpandedSize bytes that it may unpack to at any ratio
 * @param maxRatio how many bytes one byte may unpack to beyond that. Deflate reaches
 * 1032; zeros under bzip2, xz and zstd reach far more, and disks have many.
 * @param maxMembers members of a tarball, headers that only name others included
 * @param maxHeaderSize bytes of a header that only names others, such as those of PAX
 * @param maxDictionarySize bytes of memory that unpacking xz may take; level 9 takes 65
 * MiB
 */
public record InspectionLimits(long maxExpandedSize, long freeExpandedSize, int maxRatio, int maxMembers,
		int maxHeaderSize, int maxDictionarySize) {

	private static final long GIGABYTE = 1L << 30;

	private static final int KIBIBYTE = 1 << 10;

	public InspectionLimits {
		if (maxExpandedSize < 1 || freeExpandedSize < 0 || maxRatio < 1 || maxMembers < 1 || maxHeaderSize < 1
				|| maxDictionarySize < KIBIBYTE) {
			throw new IllegalArgumentException("Limits of an inspection must be positive");
		}
	}

	/**
	 * Returns the limits for images of real machines: 500 GB in all, any ratio up to 8
	 * GiB and 500 beyond, 1000 members.
	 * @return the limits
	 */
	public static InspectionLimits standard() {
		return new InspectionLimits(500 * GIGABYTE, 8 * GIGABYTE, 500, 1000, KIBIBYTE * KIBIBYTE,
				80 * KIBIBYTE * KIBIBYTE);
	}

}
