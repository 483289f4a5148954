package cellar.provisioning.launch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

import cellar.provisioning.People;
import cellar.provisioning.TestDatabase;
import cellar.provisioning.cloud.TestClouds;
import cellar.simulation.SimulatedCloud;

/**
 * A test over HTTP, in the service with a real database and the simulated cloud. All such
 * tests share the three, and wait for the end of their launches: one that is still under
 * way would meet the faults that the next test orders.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "cellar.provisioning.launches.poll-interval=100ms",
				"db-scheduler.polling-interval=100ms", "db-scheduler.shutdown-max-wait=2s" })
@Import(SimulatedCloudTest.Surroundings.class)
@interface SimulatedCloudTest {

	/**
	 * What the service works with, and somebody who calls it.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	class Surroundings {

		@Bean
		SimulatedCloud simulatedCloud() {
			return SimulatedCloud.builder().path("/services/compute").pendingFor(Duration.ofMillis(300)).start();
		}

		@Bean
		DynamicPropertyRegistrar surroundings(SimulatedCloud cloud) {
			String url = TestDatabase.jdbcUrl();
			return (registry) -> register(registry, url, cloud);
		}

		/**
		 * Makes the client once the service listens and its port is known.
		 * @param environment tells the port
		 * @return the client
		 */
		@Bean
		@Lazy
		LaunchClient launchClient(Environment environment) {
			return new LaunchClient(environment.getRequiredProperty("local.server.port", Integer.class));
		}

		private static void register(DynamicPropertyRegistry registry, String url, SimulatedCloud cloud) {
			People.register(registry);
			registry.add("spring.datasource.url", () -> url);
			TestClouds.register(cloud, registry);
		}

	}

}
