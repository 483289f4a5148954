package cellar.catalog;

import java.util.Locale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The catalog service.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class CatalogApplication {

	/**
	 * Starts the service.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		// Texts and numbers in them are the same whatever the machine speaks.
		Locale.setDefault(Locale.ENGLISH);
		SpringApplication.run(CatalogApplication.class, args);
	}

}
