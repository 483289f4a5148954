package cellar.stack.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import cellar.stack.FirstMetrics;
import cellar.stack.WholePlatform;
import cellar.stack.platform.Port;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what dashboards and alerts ask for is there as soon as the platform has
 * started: a series that comes up with its first event has no rate then, so panels are
 * empty and alerts silent.
 */
@ExtendWith(WholePlatform.class)
class MonitoringIntegrationTests {

	static final List<AlertRule> RULES = AlertRule.all();

	/**
	 * What HAProxy shows with the configuration of the compose stack, as far as it is
	 * asked for. The platform of the tests has none.
	 */
	private static final String HAPROXY = """
			haproxy_frontend_current_sessions{proxy="clients"} 0
			haproxy_frontend_limit_sessions{proxy="clients"} 3000
			haproxy_frontend_http_requests_total{proxy="clients"} 0
			haproxy_backend_active_servers{proxy="gateways"} 2
			haproxy_backend_http_responses_total{proxy="gateways",code="5xx"} 0
			haproxy_server_http_responses_total{proxy="gateways",server="gateway-1",code="5xx"} 0
			""";

	private final List<Series> series = new ArrayList<>();

	MonitoringIntegrationTests(FirstMetrics metrics) {
		add("cache-gateway", metrics.of(Port.GATEWAY_MANAGEMENT));
		add("catalog-service", metrics.of(Port.CATALOG_MANAGEMENT));
		add("provisioning-service", metrics.of(Port.PROVISIONING_MANAGEMENT));
		add("haproxy", HAPROXY);
	}

	private void add(String job, String text) {
		this.series.addAll(Series.of(job, text));
		this.series.addAll(Series.ofPrometheus(job).toList());
	}

	static Stream<Expression> panels() {
		return Dashboard.all().stream().flatMap(Dashboard::expressions).distinct();
	}

	@ParameterizedTest
	@MethodSource("panels")
	void panelAsksForWhatIsThere(Expression expression) {
		assertThatAllIsThere(expression);
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void alertAsksForWhatIsThere(AlertRule rule) {
		assertThatAllIsThere(rule.expression());
	}

	private void assertThatAllIsThere(Expression expression) {
		assertThat(expression.selectors()).isNotEmpty()
			.allSatisfy((selector) -> assertThat(this.series).as(selector.toString()).anyMatch(selector::matches));
		assertThat(expression.labels()).allMatch(labels(expression)::contains);
	}

	private Set<String> labels(Expression expression) {
		return this.series.stream()
			.filter((candidate) -> expression.selectors().stream().anyMatch((selector) -> selector.matches(candidate)))
			.flatMap((found) -> found.labels().keySet().stream())
			.collect(Collectors.toSet());
	}

}
