package cellar.catalog;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

	@Test
	void modulesKeepToThemselves() {
		ApplicationModules.of(CatalogApplication.class).verify();
	}

}
