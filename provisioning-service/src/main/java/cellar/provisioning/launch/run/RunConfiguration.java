package cellar.provisioning.launch.run;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Offers what the stages look at machines with.
 */
@Configuration(proxyBeanMethods = false)
class RunConfiguration {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	@Bean
	Reachability reachability() {
		return Reachability.byTcp(CONNECT_TIMEOUT);
	}

}
