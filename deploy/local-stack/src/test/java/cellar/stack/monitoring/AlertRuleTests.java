package cellar.stack.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that whom an alert wakes is told what it is and what to do.
 */
class AlertRuleTests {

	static final List<AlertRule> RULES = AlertRule.all();

	private static final Path PROJECT = Path.of("..", "..");

	private static final Path RUNBOOKS = PROJECT.resolve("docs/runbooks");

	@Test
	void namesAreUniqueAndAllAreAlerts() {
		assertThat(RULES).extracting(AlertRule::name).doesNotHaveDuplicates().allMatch((name) -> !name.isEmpty());
		assertThat(RULES).noneMatch((rule) -> rule.json().has("record"));
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void ruleSaysHowLongHowBadWhatAndWhatToDo(AlertRule rule) {
		assertThat(rule.json().path("for").asString()).matches("\\d+[mh]");
		assertThat(rule.severity()).isIn("critical", "warning");
		assertThat(rule.annotation("summary")).isNotBlank().doesNotEndWith(".");
		assertThat(rule.annotation("description")).endsWith(".");
		assertThat(rule.annotation("runbook")).startsWith("docs/runbooks/");
		assertThat(PROJECT.resolve(rule.annotation("runbook"))).content()
			.startsWith("# ")
			.contains("**Means.**", "**Look.**", "**Do.**");
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void ruleAsksOnlyForWhatIsOurs(AlertRule rule) {
		assertThat(rule.expression().selectors()).filteredOn((selector) -> !selector.metric().startsWith("cellar_"))
			.allSatisfy((selector) -> assertThat(selector.matchers()).extracting(LabelMatcher::label).contains("job"));
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void ruleIsTestedToFireAndNotToFire(AlertRule rule) {
		List<JsonNode> tests = AlertRule.read("alerts-test.yaml")
			.path("tests")
			.valueStream()
			.flatMap((test) -> test.path("alert_rule_test").valueStream())
			.filter((test) -> test.path("alertname").asString().equals(rule.name()))
			.toList();
		assertThat(tests).anyMatch((test) -> test.path("exp_alerts").size() > 0);
		assertThat(tests).as("quiet").anyMatch((test) -> test.path("exp_alerts").isEmpty());
	}

	@Test
	void everyRunbookIsNamedAfterAnAlertOfItsOwn() throws IOException {
		Set<String> wanted = RULES.stream().map(AlertRule::runbook).collect(Collectors.toSet());
		assertThat(RULES.stream().filter(AlertRule::namesItsRunbook).map(AlertRule::runbook))
			.containsExactlyInAnyOrderElementsOf(wanted);
		try (Stream<Path> files = Files.list(RUNBOOKS)) {
			assertThat(files.map((file) -> file.getFileName().toString().replace(".md", ""))
				.filter((name) -> !name.equals("README"))).containsExactlyInAnyOrderElementsOf(wanted);
		}
	}

	@ParameterizedTest
	@FieldSource("RULES")
	void runbookNamesItsAlerts(AlertRule rule) throws IOException {
		String alerts = RULES.stream()
			.filter((other) -> other.runbook().equals(rule.runbook()))
			.map((other) -> "%s (%s)".formatted(other.name(), other.severity()))
			.collect(Collectors.joining(", "));
		assertThat(linesOf(rule.runbook())).element(2).isEqualTo("**Alerts.** " + alerts + ".");
	}

	@Test
	void indexOfRunbooksNamesAllAlerts() throws IOException {
		List<String> rows = new ArrayList<>();
		for (AlertRule rule : RULES) {
			String title = linesOf(rule.runbook()).getFirst().replaceFirst("# ", "");
			rows.add("| `%s` | %s | [%s](%s.md) |".formatted(rule.name(), rule.severity(), title, rule.runbook()));
		}
		assertThat(linesOf("README")).filteredOn((line) -> line.startsWith("| `")).isEqualTo(rows);
	}

	@Test
	void objectivesTellOfTheAlertsThatGuardThem() throws IOException {
		assertThat(Files.readAllLines(PROJECT.resolve("docs/slo.md"))).filteredOn((line) -> line.startsWith("| `"))
			.extracting((line) -> line.substring(3, line.indexOf('`', 3)))
			.containsExactlyInAnyOrderElementsOf(
					RULES.stream().filter(AlertRule::guardsAnObjective).map(AlertRule::name).toList());
	}

	private static List<String> linesOf(String page) throws IOException {
		return Files.readAllLines(RUNBOOKS.resolve(page + ".md"));
	}

}
