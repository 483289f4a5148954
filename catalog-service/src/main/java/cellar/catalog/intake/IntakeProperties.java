package cellar.catalog.intake;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How imports are bounded.
 *
 * @param maxSize the largest catalog, 1 byte to 100 MB
 * @param maxEntries the most entries of a catalog, 1 to 100000
 * @param timeout how long the fetch of a catalog may take altogether, at least 1 second
 * @param allowInternal addresses or CIDR blocks that catalogs may be fetched from
 * although they are loopback, link-local or private
 */
@Validated
@ConfigurationProperties("cellar.catalog.intake")
record IntakeProperties(@DefaultValue("10MB") @NotNull DataSize maxSize,
		@DefaultValue("10000") @Min(1) @Max(100_000) int maxEntries, @DefaultValue("30s") @NotNull Duration timeout,
		@DefaultValue List<String> allowInternal) {

	private static final DataSize LARGEST = DataSize.ofMegabytes(100);

	@AssertTrue(message = "'max-size' must be 1 byte to 100 MB")
	boolean isMaxSizePossible() {
		return this.maxSize.toBytes() > 0 && this.maxSize.compareTo(LARGEST) <= 0;
	}

	@AssertTrue(message = "'timeout' must be at least 1 second")
	boolean isPatient() {
		return this.timeout.toSeconds() > 0;
	}

}
