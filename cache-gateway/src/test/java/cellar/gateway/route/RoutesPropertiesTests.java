package cellar.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesPropertiesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class);

	@Test
	void defaults() {
		this.runner.withPropertyValues("cellar.gateway.routes[0].path=/images", "cellar.gateway.routes[0].origin=store")
			.run((context) -> {
				RoutesProperties.Entry route = context.getBean(RoutesProperties.class).routes().getFirst();
				assertThat(route.host()).isNull();
				assertThat(route.bucket()).isNull();
				assertThat(route.prefix()).isEmpty();
				assertThat(route.index()).isNull();
				assertThat(route.defaultTtl()).isNull();
				assertThat(route.staleWhileRevalidate()).isZero();
				assertThat(route.staleIfError()).isEqualTo(Duration.ofDays(1));
				assertThat(route.negativeTtl()).isEqualTo(Duration.ofSeconds(10));
				assertThat(route.clientDirectives()).isFalse();
				assertThat(route.pinned()).isFalse();
				assertThat(route.headers()).isEmpty();
			});
	}

	@Test
	void noRoutesAreNone() {
		this.runner.run((context) -> assertThat(context.getBean(RoutesProperties.class).routes()).isEmpty());
	}

	@Test
	void allValues() {
		this.runner
			.withPropertyValues(of("path=/images/"), of("host=images.example"), of("origin=store"), of("bucket=site"),
					of("prefix=public/"), of("index=index.html"), of("access=public"), of("default-ttl=5m"),
					of("stale-while-revalidate=6m"), of("stale-if-error=7m"), of("negative-ttl=8s"),
					of("client-directives=true"), of("pinned=true"), of("headers.X-Cloud=blue"))
			.run((context) -> {
				RoutesProperties.Entry route = context.getBean(RoutesProperties.class).routes().getFirst();
				assertThat(route.path()).isEqualTo("/images/");
				assertThat(route.host()).isEqualTo("images.example");
				assertThat(route.origin()).isEqualTo("store");
				assertThat(route.bucket()).isEqualTo("site");
				assertThat(route.prefix()).isEqualTo("public/");
				assertThat(route.index()).isEqualTo("index.html");
				assertThat(List.of(route.staleWhileRevalidate(), route.staleIfError(), route.negativeTtl()))
					.containsExactly(Duration.ofMinutes(6), Duration.ofMinutes(7), Duration.ofSeconds(8));
				assertThat(route.defaultTtl()).isEqualTo(Duration.ofMinutes(5));
				assertThat(route.clientDirectives()).isTrue();
				assertThat(route.pinned()).isTrue();
				assertThat(route.headers()).isEqualTo(Map.of("X-Cloud", "blue"));
			});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			path=images               | must begin with '/'
			path=/a//b                | must begin with '/'
			path=/a?b                 | must begin with '/'
			host=                     | must be the name or the address of a host
			host=a.example:8080       | must be the name or the address of a host
			origin=                   | must not be blank
			prefix=/a                 | 'prefix' must not begin with '/'
			access=private            | 'access' must be 'public'
			allow[0]=*.tgz            | 'allow' and 'deny' are not supported
			deny[0]=10.0.0.0/8        | 'allow' and 'deny' are not supported
			default-ttl=-1s           | must be longer than or equal to
			stale-while-revalidate=-1 | must be longer than or equal to
			stale-if-error=-1s        | must be longer than or equal to
			negative-ttl=-1s          | must be longer than or equal to
			headers[X Cloud]=blue     | 'headers' must have names of letters, digits and hyphens
			""")
	void rejects(String setting, String fault) {
		this.runner.withPropertyValues(of("path=/"), of("origin=store"), of(setting))
			.run((context) -> assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(fault));
	}

	private static String of(String setting) {
		return "cellar.gateway.routes[0]." + setting;
	}

	@EnableConfigurationProperties(RoutesProperties.class)
	static class Config {

	}

}
