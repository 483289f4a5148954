package cellar.provisioning;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Tests which packages may know which.
 */
class ModularityTests {

	@Test
	void verify() {
		ApplicationModules.of(ProvisioningApplication.class).verify();
	}

}
