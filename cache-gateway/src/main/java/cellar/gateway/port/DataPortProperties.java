package cellar.gateway.port;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where clients connect.
 *
 * @param dataPort the port; 0 takes a free one
 * @param dataAddress the address to listen on
 */
@Validated
@ConfigurationProperties("cellar.gateway")
record DataPortProperties(@Min(0) @Max(65535) @DefaultValue("8080") int dataPort,
		@NotBlank @DefaultValue("127.0.0.1") String dataAddress) {

}
