package cellar.catalog.artifact;

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
 * How uploads are bounded. The memory they take is <code>concurrentUploads</code> times
 * the part size, which is 8 MiB unless <code>maxSize</code> needs larger parts.
 *
 * @param maxSize the largest file, 1 byte to 500 GB
 * @param concurrentUploads how many files arrive at once, 1 to 64; others are asked to
 * come back
 * @param abandonAfter how long an upload may show no sign of life before its remains are
 * removed, at least 1 second
 * @param sweepEvery how often remains are looked for, at least 1 second
 */
@Validated
@ConfigurationProperties("cellar.catalog.artifact")
record ArtifactProperties(@DefaultValue("100GB") @NotNull DataSize maxSize,
		@DefaultValue("4") @Min(1) @Max(64) int concurrentUploads, @DefaultValue("30m") @NotNull Duration abandonAfter,
		@DefaultValue("1m") @NotNull Duration sweepEvery) {

	private static final DataSize LARGEST = DataSize.ofGigabytes(500);

	@AssertTrue(message = "'max-size' must be 1 byte to 500 GB")
	boolean isMaxSizePossible() {
		return this.maxSize.toBytes() > 0 && this.maxSize.compareTo(LARGEST) <= 0;
	}

	@AssertTrue(message = "'abandon-after' and 'sweep-every' must be at least 1 second")
	boolean isPatient() {
		return this.abandonAfter.toSeconds() > 0 && this.sweepEvery.toSeconds() > 0;
	}

}
