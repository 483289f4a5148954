package cellar.catalog.download;

import java.time.Duration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How files of imported entries are fetched.
 *
 * @param concurrentFetches how many are fetched at once by all instances of the service
 * together, from 1 to 8; 2 by default. Each takes a thread of the scheduler. One host
 * gets all but one of them.
 * @param fetchAttempts how often a file is tried before it is given up, from 1 to 100; 5
 * by default
 * @param fetchPause the pause after the first failure, from 1 millisecond to 1 hour; 10
 * seconds by default. It doubles with each further one, up to 1 hour.
 * @param minRate how many bytes have to arrive each second, on average over half a
 * minute, from 1 byte to 100 MB; 10 KB by default
 */
@Validated
@ConfigurationProperties("cellar.catalog.intake")
record DownloadProperties(@DefaultValue("2") @Min(1) @Max(8) int concurrentFetches,
		@DefaultValue("5") @Min(1) @Max(100) int fetchAttempts, @DefaultValue("10s") @NotNull Duration fetchPause,
		@DefaultValue("10KB") @NotNull DataSize minRate) {

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final int MAX_DOUBLINGS = 20;

	private static final DataSize FASTEST = DataSize.ofMegabytes(100);

	@AssertTrue(message = "'fetch-pause' must be 1 millisecond to 1 hour")
	boolean isPausePossible() {
		return this.fetchPause.toMillis() > 0 && this.fetchPause.compareTo(LONGEST) <= 0;
	}

	@AssertTrue(message = "'min-rate' must be 1 byte to 100 MB")
	boolean isRatePossible() {
		return this.minRate.toBytes() > 0 && this.minRate.compareTo(FASTEST) <= 0;
	}

	// A slow host leaves a lane to the others, if there are two.
	int perHost() {
		return Math.max(1, this.concurrentFetches - 1);
	}

	Duration pauseAfter(int attempts) {
		Duration doubled = this.fetchPause.multipliedBy(1L << Math.clamp(attempts - 1L, 0, MAX_DOUBLINGS));
		return (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
	}

}
