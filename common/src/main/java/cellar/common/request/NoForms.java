package cellar.common.request;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps forms from being read unless a service asks for it. No API takes them, and Spring
 * would read them whole before anybody has asked who sends them.
 */
class NoForms implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.addLast(new MapPropertySource("no-forms", Map.of("spring.mvc.formcontent.filter.enabled", "false",
					"spring.servlet.multipart.enabled", "false")));
	}

}
