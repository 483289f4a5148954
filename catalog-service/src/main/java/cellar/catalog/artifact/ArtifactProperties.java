package cellar.catalog.artifact;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of uploads. Together they use {@code concurrentUploads} times the size of a
 * part in memory. A part has 8 MiB, and more only in files above 78 GB, since a file has
 * at most 10000 parts.
 *
 * @param maxSize the largest file accepted, from 1 byte to 500 GB; 100 GB by default
 * @param concurrentUploads how many files are received at once, from 1 to 64; 4 by
 * default. Further uploads are refused with a time to come back.
 * @param inspect whether files are looked into while they pass, and refused if no cloud
 * could start them; {@code true} by default
 */
@Validated
@ConfigurationProperties("cellar.catalog.artifact")
record ArtifactProperties(@DefaultValue("100GB") @NotNull DataSize maxSize,
		@DefaultValue("4") @Min(1) @Max(64) int concurrentUploads, @DefaultValue("true") boolean inspect) {

	private static final DataSize LARGEST = DataSize.ofGigabytes(500);

	@AssertTrue(message = "'max-size' must be 1 byte to 500 GB")
	boolean isMaxSizePossible() {
		return this.maxSize.toBytes() > 0 && this.maxSize.compareTo(LARGEST) <= 0;
	}

}
