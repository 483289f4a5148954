package cellar.catalog.publisher;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import cellar.catalog.Parts;

/**
 * Starts the service once for all tests of the publisher. The scheduler sleeps there:
 * nobody publishes but a test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "db-scheduler.polling-interval=1h", "db-scheduler.immediate-execution-enabled=false" })
@ContextConfiguration(initializers = Parts.Initializer.class)
@Import(Publishing.class)
@interface PublisherServer {

}
