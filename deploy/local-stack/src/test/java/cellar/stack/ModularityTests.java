package cellar.stack;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Tests which packages may know which.
 */
class ModularityTests {

	@Test
	void packagesDependInOneDirection() {
		ApplicationModules.of("cellar.stack").verify();
	}

}
