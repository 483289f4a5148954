package cellar.gateway.route;

import java.time.Clock;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

import cellar.gateway.upstream.Origins;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Config.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withPropertyValues("cellar.gateway.origins.store.type=s3",
				"cellar.gateway.origins.store.endpoint=http://store:8773/services/Walrus",
				"cellar.gateway.origins.signed.type=s3", "cellar.gateway.origins.signed.endpoint=http://store",
				"cellar.gateway.origins.signed.access-key=AK", "cellar.gateway.origins.signed.secret-key=SK",
				"cellar.gateway.origins.web.type=http", "cellar.gateway.origins.web.base-url=http://web/base");

	private final ApplicationContextRunner configured = this.runner.withPropertyValues(
			"cellar.gateway.routes[0].path=/", "cellar.gateway.routes[0].origin=store",
			"cellar.gateway.routes[0].bucket=site", "cellar.gateway.routes[0].index=index.html",
			"cellar.gateway.routes[1].path=/images", "cellar.gateway.routes[1].origin=store",
			"cellar.gateway.routes[1].bucket=images", "cellar.gateway.routes[1].prefix=pre",
			"cellar.gateway.routes[2].path=/images/web/", "cellar.gateway.routes[2].origin=web",
			"cellar.gateway.routes[3].path=/catalog.json", "cellar.gateway.routes[3].origin=store",
			"cellar.gateway.routes[3].bucket=site", "cellar.gateway.routes[3].prefix=v/catalog.json",
			"cellar.gateway.routes[4].path=/", "cellar.gateway.routes[4].origin=store",
			"cellar.gateway.routes[4].host=Other.example", "cellar.gateway.routes[4].bucket=other");

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "/,site,index.html", "/a/,site,a/index.html", "/a,site,a", "/images/x/y,images,pre/x/y",
					"/images,images,pre", "/images/,images,-", "/imagesx,site,imagesx", "/images/web/a,base,a",
					"/catalog.json,site,v/catalog.json", "/catalog.jsonx,site,catalog.jsonx" })
	void matchTakesTheLongestPathOfWholeSegments(String path, String place, @Nullable String object) {
		this.configured.run((context) -> {
			Routes.Match match = context.getBean(Routes.class)
				.match("any.example", Objects.requireNonNull(RequestPath.parse(path)));
			if (object == null) {
				assertThat(match).isNull();
			}
			else {
				assertThat(match).isNotNull();
				assertThat(match.route().origin().identity()).endsWith(place);
				assertThat(match.object()).isEqualTo(object);
			}
		});
	}

	@Test
	void matchPrefersTheRouteOfTheHost() {
		this.configured.run((context) -> {
			Routes.Match match = context.getBean(Routes.class).match("OTHER.example", new RequestPath("/a"));
			assertThat(match).isNotNull();
			assertThat(match.route().origin().identity()).endsWith(" other");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					path=/,origin=nowhere                            | origin 'nowhere' not found, known are [signed, store, web]
					path=/,origin=store                              | 'bucket' must be given for an s3 origin
					path=/,origin=web,bucket=b                       | 'bucket' must be given for an s3 origin, and only for one
					path=/,origin=signed,bucket=b                    | 'access' must be stated because origin 'signed' is signed
					path=/,origin=store,bucket=b,access=token        | 'access' must be 'public'
					path=/,origin=store,bucket=b,allow=*.json        | 'allow' and 'deny' are not supported
					path=/,origin=store,bucket=b,deny=10.0.0.0/8     | 'allow' and 'deny' are not supported
					path=x,origin=store,bucket=b                     | must begin with '/'
					path=/,origin=store,bucket=b,prefix=/a           | 'prefix' must not begin with '/'
					path=/,origin=store,bucket=b,default-ttl=-1s     | defaultTtl
					path=/,origin=store,bucket=b,headers.X-A=a\\r\\nB | 'headers' must have names
					""")
	void startWhenRouteIsWrongNamesTheFault(String settings, String fault) {
		String[] properties = settings.replace("\\r\\n", "\r\n").split(",");
		for (int i = 0; i < properties.length; i++) {
			properties[i] = "cellar.gateway.routes[0]." + properties[i];
		}
		this.runner.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(fault);
		});
	}

	@Test
	void startWhenRouteIsTwiceNamesIt() {
		this.configured
			.withPropertyValues("cellar.gateway.routes[5].path=/", "cellar.gateway.routes[5].origin=store",
					"cellar.gateway.routes[5].host=other.EXAMPLE", "cellar.gateway.routes[5].bucket=other")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.hasMessage("Route '/' on 'other.EXAMPLE' is configured twice"));
	}

	@ConfigurationPropertiesScan(
			basePackages = { "cellar.gateway.route", "cellar.gateway.upstream", "cellar.gateway.connection" })
	@Import({ Routes.class, Origins.class })
	static class Config {

	}

}
