package cellar.provisioning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The provisioning service.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ProvisioningApplication {

	/**
	 * Starts the service.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(ProvisioningApplication.class, args);
	}

}
