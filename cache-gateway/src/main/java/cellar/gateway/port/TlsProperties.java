package cellar.gateway.port;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where clients connect with TLS, beside the data port.
 *
 * @param bundle name of the bundle of {@code spring.ssl.bundle} with the certificate and
 * its key; without one there is no TLS
 * @param port the port; 0 takes a free one
 * @param address the address to listen on
 */
@Validated
@ConfigurationProperties("cellar.gateway.tls")
record TlsProperties(@Nullable String bundle, @Min(0) @Max(65535) @DefaultValue("8443") int port,
		@NotBlank @DefaultValue("127.0.0.1") String address) {

}
