package cellar.catalog.intake;

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
 * The limits of imports.
 *
 * @param maxSize the largest catalog accepted, from 1 byte to 100 MB; 10 MB by default
 * @param maxEntries the most entries that a catalog may have, from 1 to 100000; 10000 by
 * default
 * @param timeout how long fetching a catalog may take in all, redirects included, at
 * least 1 second; 30 seconds by default
 */
@Validated
@ConfigurationProperties("cellar.catalog.intake")
public record IntakeProperties(@DefaultValue("10MB") @NotNull DataSize maxSize,
		@DefaultValue("10000") @Min(1) @Max(100_000) int maxEntries, @DefaultValue("30s") @NotNull Duration timeout) {

	private static final DataSize LARGEST = DataSize.ofMegabytes(100);

	@AssertTrue(message = "'max-size' must be 1 byte to 100 MB")
	boolean isMaxSizePossible() {
		return this.maxSize.toBytes() > 0 && this.maxSize.compareTo(LARGEST) <= 0;
	}

	@AssertTrue(message = "'timeout' must be at least 1 second")
	boolean isTimeoutPossible() {
		return this.timeout.toSeconds() > 0;
	}

}
