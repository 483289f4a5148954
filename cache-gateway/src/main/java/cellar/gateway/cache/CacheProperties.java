package cellar.gateway.cache;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import cellar.gateway.index.Pins;
import cellar.gateway.store.StoreLimits;

/**
 * How much is kept on local disk.
 *
 * @param directory where entries are stored; belongs to one gateway alone
 * @param maxSize disk space of all entries together, in whole blocks of 4 KiB, above 0;
 * larger objects are passed through
 * @param minFree space of the file system that entries leave free, 0 or more
 * @param sliceSize bytes of each slice that an object is fetched and checked by, 64 KB to
 * 256 MB; copies that are there keep theirs
 * @param memorySize memory for small copies that are asked for often, beside the heap, 0
 * or more
 * @param scrubRate how many bytes a second are compared with their checksums in the
 * background; 0 for none
 * @param scrubInterval how long after the beginning of a round through all copies the
 * next one begins, from 1 s, if it is over by then
 */
@Validated
@ConfigurationProperties("cellar.gateway.cache")
record CacheProperties(@NotNull @DefaultValue("cache") Path directory, @NotNull @DefaultValue("10GB") DataSize maxSize,
		@NotNull @DefaultValue("1GB") DataSize minFree, @NotNull @DefaultValue("4MB") DataSize sliceSize,
		@NotNull @DefaultValue("64MB") DataSize memorySize, @NotNull @DefaultValue("8MB") DataSize scrubRate,
		@NotNull @DurationMin(seconds = 1) @DefaultValue("1d") Duration scrubInterval) {

	private static final int OPEN_FILES = 1024;

	@AssertTrue(message = "'max-size' must be positive")
	boolean isBounded() {
		return this.maxSize.toBytes() > 0;
	}

	@AssertTrue(message = "'min-free' must not be negative")
	boolean isFloored() {
		return !this.minFree.isNegative();
	}

	@AssertTrue(message = "'slice-size' must be from 64KB to 256MB")
	boolean isSliced() {
		return this.sliceSize.toKilobytes() >= 64 && this.sliceSize.toMegabytes() <= 256;
	}

	@AssertTrue(message = "'memory-size' must not be negative")
	boolean isMemoryFloored() {
		return !this.memorySize.isNegative();
	}

	@AssertTrue(message = "'scrub-rate' must not be negative")
	boolean isScrubbedForward() {
		return !this.scrubRate.isNegative();
	}

	StoreLimits limits(Pins pins) {
		return new StoreLimits(this.maxSize.toBytes(), this.minFree.toBytes(), (int) this.sliceSize.toBytes(),
				OPEN_FILES, this.memorySize.toBytes(), pins);
	}

}
