package cellar.gateway;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(GatewayApplication.class);

	@Test
	void modulesKeepTheirInsidesToThemselves() {
		this.modules.verify();
	}

	/**
	 * From the bottom up: no module uses one below it in the table.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			disk           |
			header         |
			freshness      | header
			index          | disk
			head           | freshness header index
			checksum       |
			origin         | checksum header
			variant        | header index
			lookup         | freshness head header index origin variant
			version        | checksum header origin
			slice          | checksum disk origin version
			pass           | checksum disk origin slice
			store          | disk freshness head index origin pass slice version
			fetch          | disk freshness head header index lookup origin pass slice store version
			body           | fetch head lookup origin pass slice store version
			cache          | body disk fetch freshness head header index lookup origin slice store variant version
			condition      | header lookup
			range          | lookup
			client         |
			answer         | condition header lookup range
			connection     |
			guard          |
			exchange       | checksum connection guard header origin
			s3             | checksum exchange header origin
			upstream       | checksum connection exchange guard header origin s3
			route          | freshness origin upstream
			request        | answer header index lookup origin range route
			sending        | answer client lookup range
			delivery       | answer cache client lookup request route sending
			port           | answer client delivery
			meter          | cache delivery guard lookup origin port route upstream
			administration | cache guard index lookup meter port route upstream
			""")
	void moduleUsesNoOtherThanThose(String name, @Nullable String used) {
		Set<String> expected = (used != null) ? Set.of(used.split(" ")) : Set.of();
		assertThat(dependenciesOf(name)).isEqualTo(expected);
	}

	@Test
	void everyModuleHasItsPlace() {
		assertThat(this.modules.stream()).hasSize(32);
	}

	private Set<String> dependenciesOf(String name) {
		ApplicationModule module = this.modules.getModuleByName(name).orElseThrow();
		return module.getDependencies(this.modules, DependencyDepth.IMMEDIATE)
			.uniqueModules()
			.map((dependency) -> dependency.getIdentifier().toString())
			.collect(Collectors.toSet());
	}

}
