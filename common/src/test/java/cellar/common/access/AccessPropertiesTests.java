package cellar.common.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class AccessPropertiesTests {

	private static final String HASH = "{sha256}" + "0f".repeat(32);

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Bound.class);

	@Test
	void bindWhenNothingIsSetKnowsNobody() {
		this.context
			.run((context) -> assertThat(context.getBean(AccessProperties.class).tokens()).as("tokens").isEmpty());
	}

	@Test
	void bindWhenEverythingIsSetMapsIt() {
		this.context
			.withPropertyValues("cellar.security.tokens[0].name=ann", "cellar.security.tokens[0].hash=" + HASH,
					"cellar.security.tokens[0].roles=reader,publisher")
			.run((context) -> {
				AccessProperties.Token token = context.getBean(AccessProperties.class).tokens().getFirst();
				assertThat(token.name()).isEqualTo("ann");
				assertThat(token.hash()).isEqualTo(HASH);
				assertThat(token.roles()).containsExactlyInAnyOrder(Role.READER, Role.PUBLISHER);
				assertThat(token.toString()).contains("ann").doesNotContain("0f0f");
			});
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			name,  '',          name
			hash,  secret,      hash
			hash,  {sha256}ABC, hash
			roles, '',          roles
			roles, king,        king
			""")
	void bindWhenValueIsWrongNamesIt(String field, String value, String named) {
		this.context
			.withPropertyValues("cellar.security.tokens[0].name=ann", "cellar.security.tokens[0].hash=" + HASH,
					"cellar.security.tokens[0].roles=reader", "cellar.security.tokens[0]." + field + "=" + value)
			.run((context) -> assertThat(context).hasFailed().getFailure().rootCause().hasMessageContaining(named));
	}

	@Test
	void bindWhenNameDoesNotFitIntoTheRowsThatKeepItNamesIt() {
		this.context
			.withPropertyValues("cellar.security.tokens[0].name=" + "a".repeat(101),
					"cellar.security.tokens[0].hash=" + HASH, "cellar.security.tokens[0].roles=reader")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("'tokens[0].name'"));
	}

	@ParameterizedTest
	@CsvSource({ "ann, {sha256}, 1f", "bob, {sha256}, 0f" })
	void bindWhenNameOrHashRepeatsFails(String name, String prefix, String octet) {
		this.context.withPropertyValues("cellar.security.tokens[0].name=ann", "cellar.security.tokens[0].hash=" + HASH,
				"cellar.security.tokens[0].roles=reader", "cellar.security.tokens[1].name=" + name,
				"cellar.security.tokens[1].hash=" + prefix + octet.repeat(32), "cellar.security.tokens[1].roles=reader")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("must each be unique"));
	}

	@Configuration
	@EnableConfigurationProperties(AccessProperties.class)
	static class Bound {

	}

}
