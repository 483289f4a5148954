package cellar.common.trace;

import java.util.regex.Pattern;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Traces what is done for people, where traces are wanted.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty("management.tracing.export.enabled")
class TraceAutoConfiguration {

	private static final String URL = "http.url";

	private static final Pattern USER = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/@]*@");

	private static final Pattern BEHIND_PATH = Pattern.compile("[?#].*", Pattern.DOTALL);

	// Whoever looks after a service asks it every few seconds, for nobody in particular.
	@Bean
	SpanExportingPredicate nothingOfProbes() {
		return (span) -> {
			String url = span.getTags().get(URL);
			return url == null || !url.startsWith("/actuator");
		};
	}

	// Queries and names of users may carry secrets, as those of signed addresses do.
	@Bean
	ObservationFilter addressesWithoutSecrets() {
		return (context) -> {
			KeyValue url = context.getHighCardinalityKeyValue(URL);
			return (url != null) ? context.addHighCardinalityKeyValue(KeyValue.of(URL, bare(url.getValue()))) : context;
		};
	}

	// Clients write what they like, so it is cut rather than parsed.
	private static String bare(String url) {
		return USER.matcher(BEHIND_PATH.matcher(url).replaceFirst("")).replaceFirst("$1");
	}

}
