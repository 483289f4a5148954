package cellar.common.request;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of requests, beside those of the container.
 *
 * @param maxBodySize the largest body accepted where a path has no limit of its own, from
 * 1 byte to 100 MB; 1 MB by default. It may be held in memory as a whole.
 */
@Validated
@ConfigurationProperties("cellar.request")
record RequestProperties(@DefaultValue("1MB") @NotNull DataSize maxBodySize) {

	private static final DataSize LARGEST = DataSize.ofMegabytes(100);

	@AssertTrue(message = "'max-body-size' must be 1 byte to 100 MB")
	boolean isMaxBodySizePossible() {
		return this.maxBodySize.toBytes() > 0 && this.maxBodySize.compareTo(LARGEST) <= 0;
	}

}
