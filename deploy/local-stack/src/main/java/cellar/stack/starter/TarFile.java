package cellar.stack.starter;

/**
 * One file of a stand-in image: random bytes that carry the mark of what they stand for.
 *
 * @param path the path below the top directory
 * @param size bytes
 * @param markOffset where the mark is
 * @param mark the bytes by which programs recognise such a file
 */
record TarFile(String path, int size, int markOffset, byte[] mark) {

	static final int SMALL_MACHINE = 2 << 20;

	private static final int KERNEL = 256 << 10;

	private static final int RAMDISK = 512 << 10;

	/** A Linux kernel has its boot flag at 510 and the magic of its header at 514. */
	static TarFile kernel(String path) {
		return new TarFile(path, KERNEL, 510, new byte[] { 0x55, (byte) 0xaa, 0, 0, 'H', 'd', 'r', 'S' });
	}

	/** A ramdisk is compressed by gzip. */
	static TarFile ramdisk(String path) {
		return new TarFile(path, RAMDISK, 0, new byte[] { 0x1f, (byte) 0x8b, 8, 0 });
	}

	/** The magic of an ext file system is in its superblock, which begins at 1024. */
	static TarFile partition(String path, int size) {
		return new TarFile(path, size, 1024 + 56, new byte[] { 0x53, (byte) 0xef });
	}

	/** A disk has a boot sector. */
	static TarFile disk(String path) {
		return new TarFile(path, SMALL_MACHINE, 510, new byte[] { 0x55, (byte) 0xaa });
	}

}
