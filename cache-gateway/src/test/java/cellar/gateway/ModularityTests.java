package cellar.gateway;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
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

	@Test
	void dependenciesPointFromDeliveryOverCacheToOrigin() {
		assertThat(dependenciesOf("guard")).isEmpty();
		assertThat(dependenciesOf("checksum")).isEmpty();
		assertThat(dependenciesOf("connection")).isEmpty();
		assertThat(dependenciesOf("origin")).containsExactlyInAnyOrder("connection", "guard", "checksum");
		assertThat(dependenciesOf("disk")).isEmpty();
		assertThat(dependenciesOf("index")).containsExactlyInAnyOrder("disk");
		assertThat(dependenciesOf("slice")).containsExactlyInAnyOrder("disk", "origin", "checksum");
		assertThat(dependenciesOf("freshness")).containsExactlyInAnyOrder("origin");
		assertThat(dependenciesOf("variant")).containsExactlyInAnyOrder("index", "origin");
		assertThat(dependenciesOf("cache")).containsExactlyInAnyOrder("store", "slice", "index", "disk", "freshness",
				"variant", "origin");
		assertThat(dependenciesOf("store")).containsExactlyInAnyOrder("slice", "index", "disk", "freshness", "origin");
		assertThat(dependenciesOf("route")).containsExactlyInAnyOrder("freshness", "origin");
		assertThat(dependenciesOf("delivery")).containsExactlyInAnyOrder("cache", "index", "freshness", "route",
				"origin", "client", "range", "condition");
		assertThat(dependenciesOf("range")).containsExactlyInAnyOrder("cache");
		assertThat(dependenciesOf("condition")).isSubsetOf("cache", "freshness", "origin");
		assertThat(dependenciesOf("client")).isEmpty();
		assertThat(dependenciesOf("port")).containsExactlyInAnyOrder("delivery", "client");
		assertThat(dependenciesOf("administration")).isSubsetOf("cache", "index", "route", "origin", "guard",
				"delivery", "port");
	}

	private Set<String> dependenciesOf(String name) {
		ApplicationModule module = this.modules.getModuleByName(name).orElseThrow();
		return module.getDependencies(this.modules, DependencyDepth.IMMEDIATE)
			.uniqueModules()
			.map((dependency) -> dependency.getIdentifier().toString())
			.collect(Collectors.toSet());
	}

}
