package cellar.gateway;

import java.util.Locale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The cache gateway.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class GatewayApplication {

	/**
	 * Starts the service.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		// Texts and numbers in them are the same whatever the machine speaks.
		Locale.setDefault(Locale.ENGLISH);
		SpringApplication.run(GatewayApplication.class, args);
	}

}
