package cellar.gateway.port;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether clients may speak HTTP/2, which takes TLS.
 *
 * @param enabled whether they may, where both sides agree on it (RFC 7301)
 * @param maxStreams how many requests one connection may have at a time, from 1 to 10000
 */
@Validated
@ConfigurationProperties("cellar.gateway.http2")
record Http2Properties(@DefaultValue("true") boolean enabled,
		@Min(1) @Max(10_000) @DefaultValue("100") int maxStreams) {

}
