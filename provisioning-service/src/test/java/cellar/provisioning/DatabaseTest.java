package cellar.provisioning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A test in the service with a real database and no cloud. All such tests share one
 * service and its database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "db-scheduler.shutdown-max-wait=1s" })
@Import(DatabaseTest.Connection.class)
public @interface DatabaseTest {

	/**
	 * Tells the service where its database is.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	class Connection {

		@Bean
		DynamicPropertyRegistrar database() {
			String url = TestDatabase.jdbcUrl();
			return (registry) -> registry.add("spring.datasource.url", () -> url);
		}

	}

}
