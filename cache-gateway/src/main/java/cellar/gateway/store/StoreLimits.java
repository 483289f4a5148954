package cellar.gateway.store;

import cellar.gateway.index.Pins;

/**
 * How much is kept.
 *
 * @param maxSize disk space of all copies together, in bytes, above 0
 * @param minFree bytes of the file system that are left free, 0 or more
 * @param sliceSize bytes of each slice, above 0
 * @param openFiles how many files that nobody uses stay open, 0 or more
 * @param memory bytes of small copies that are kept in memory as well, 0 or more
 * @param pins what stays for as long as anything else can go
 */
public record StoreLimits(long maxSize, long minFree, int sliceSize, int openFiles, long memory, Pins pins) {

	public StoreLimits {
		if (maxSize < 1 || minFree < 0 || sliceSize < 1 || openFiles < 0 || memory < 0) {
			throw new IllegalArgumentException("Limits are out of range");
		}
	}

}
