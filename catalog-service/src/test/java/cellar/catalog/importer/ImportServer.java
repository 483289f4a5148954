package cellar.catalog.importer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

import cellar.catalog.Parts;

/**
 * Starts the service once for all tests of imports. It takes little, and may fetch from
 * this machine.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "cellar.catalog.intake.allow-internal=127.0.0.1", "cellar.catalog.intake.ports=1-65535",
				"cellar.catalog.intake.max-size=200KB", "cellar.catalog.intake.max-entries=50",
				"cellar.catalog.intake.fetch-pause=50ms", "cellar.catalog.intake.fetch-attempts=3" })
@ContextConfiguration(initializers = Parts.Initializer.class)
@interface ImportServer {

}
