package cellar.provisioning;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Tests which packages may know which.
 */
class ModularityTests {

	@Test
	void verifyWhenModulesUseEachOtherFindsOnlyWhatIsAllowed() {
		ApplicationModules.of(ProvisioningApplication.class).verify();
	}

	@Test
	void checkWhenPackagesUseEachOtherFindsNoCycle() {
		SlicesRuleDefinition.slices()
			.matching("cellar.provisioning.(**)")
			.should()
			.beFreeOfCycles()
			.check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
				.importPackages("cellar.provisioning"));
	}

}
