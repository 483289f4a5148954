package cellar.common.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPropertiesTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Bound.class);

	@Test
	void bindWhenNothingIsSetHasDefaults() {
		this.context.run((context) -> assertThat(context.getBean(RequestProperties.class))
			.isEqualTo(new RequestProperties(DataSize.ofMegabytes(1))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1B", "100MB" })
	void bindWhenEverythingIsSetMapsIt(String size) {
		this.context.withPropertyValues("cellar.request.max-body-size=" + size)
			.run((context) -> assertThat(context.getBean(RequestProperties.class))
				.isEqualTo(new RequestProperties(DataSize.parse(size))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1MB", "101MB" })
	void bindWhenSizeIsImpossibleNamesIt(String size) {
		this.context.withPropertyValues("cellar.request.max-body-size=" + size)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'max-body-size' must be 1 byte to 100 MB"));
	}

	@Configuration
	@EnableConfigurationProperties(RequestProperties.class)
	static class Bound {

	}

}
