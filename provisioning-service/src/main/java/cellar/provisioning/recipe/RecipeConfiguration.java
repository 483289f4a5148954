package cellar.provisioning.recipe;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Offers the recipes to the rest of the application.
 */
@Configuration(proxyBeanMethods = false)
class RecipeConfiguration {

	@Bean
	Recipes recipes() {
		return new Recipes();
	}

}
