package cellar.stack.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that Grafana can show the dashboards, and that they are of one make.
 */
class DashboardTests {

	static final List<Dashboard> DASHBOARDS = Dashboard.all();

	private static final String DATA_SOURCE = "${datasource}";

	private static final Path RUNBOOKS = Path.of("..", "..", "docs", "runbooks");

	private static final Pattern PANEL = Pattern.compile("(?i)(?:panels?|row) \\*([^*]+)\\*(?: and \\*([^*]+)\\*)?");

	private static final Pattern RUNBOOK = Pattern.compile("runbooks? (?:is|are) ([a-z-]+)(?: and ([a-z-]+))?");

	@Test
	void dashboardsAreThoseOfTheServicesAndTwoForAll() {
		assertThat(DASHBOARDS).extracting(Dashboard::uid)
			.containsExactly("cellar-catalog", "cellar-gateway", "cellar-overview", "cellar-provisioning",
					"cellar-services");
		assertThat(DASHBOARDS).extracting((dashboard) -> dashboard.json().path("title").asString())
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void fileIsNamedAfterTheDashboardAndIndentedByTwo(Dashboard dashboard) throws IOException {
		assertThat("cellar-" + dashboard).isEqualTo(dashboard.uid() + ".json");
		assertThat(Files.readString(dashboard.file())).endsWith("}\n");
		assertThat(Files.readAllLines(dashboard.file())).allSatisfy((line) -> {
			assertThat(line).isEqualTo(line.stripTrailing()).doesNotContain("\t");
			assertThat(line.length() - line.stripLeading().length()).isEven();
		});
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void dashboardIsLinkedToAllThatHaveItsTag(Dashboard dashboard) {
		JsonNode tags = dashboard.json().path("tags");
		assertThat(tags.valueStream().map(JsonNode::asString)).containsExactly("cellar");
		assertThat(dashboard.links("dashboards")).singleElement()
			.returns(tags, (link) -> link.path("tags"))
			.returns(true, (link) -> link.path("keepTime").asBoolean());
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void dashboardOfOneServiceIsLinkedToWhatAllHaveInCommon(Dashboard dashboard) {
		Set<String> jobs = dashboard.expressions()
			.flatMap((expression) -> expression.selectors().stream())
			.flatMap((selector) -> selector.matchers().stream())
			.filter((matcher) -> matcher.label().equals("job") && matcher.operator().equals("="))
			.map(LabelMatcher::value)
			.collect(Collectors.toSet());
		assertThat(dashboard.links("link").map((link) -> link.path("url").asString())).containsExactlyElementsOf(
				(jobs.size() == 1) ? List.of("/d/cellar-services?var-job=" + jobs.iterator().next()) : List.of());
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void dataSourceIsChosenByAVariable(Dashboard dashboard) {
		assertThat(dashboard.json().path("schemaVersion").asInt()).isEqualTo(41);
		JsonNode variable = dashboard.variables().findFirst().orElseThrow();
		assertThat(variable.path("name").asString()).isEqualTo("datasource");
		assertThat(variable.path("type").asString()).isEqualTo("datasource");
		assertThat(variable.path("query").asString()).isEqualTo("prometheus");
		assertThat(dashboard.json().findValues("datasource"))
			.allMatch((source) -> source.path("uid").asString().equals(DATA_SOURCE))
			.allMatch((source) -> source.path("type").asString().equals("prometheus"));
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void everyVariableIsUsedAndNoOther(Dashboard dashboard) {
		String text = dashboard.charts().toString();
		List<String> names = dashboard.variables().map((variable) -> variable.path("name").asString()).toList();
		assertThat(names).doesNotHaveDuplicates().allMatch((name) -> text.matches("(?s).*\\$\\{?" + name + "\\b.*"));
		assertThat(text.replaceAll("\\$\\{?(?:__\\w+|" + String.join("|", names) + ")\\b", "")).doesNotContain("$");
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void panelsAreOnTheGridAndDoNotOverlap(Dashboard dashboard) {
		List<Tile> tiles = dashboard.panels().stream().map(Tile::of).toList();
		assertThat(tiles).allMatch(Tile::isOnTheGrid);
		for (int one = 0; one < tiles.size(); one++) {
			for (int other = 0; other < one; other++) {
				assertThat(tiles.get(one).overlaps(tiles.get(other)))
					.as("%s and %s", dashboard.panels().get(one).path("title"),
							dashboard.panels().get(other).path("title"))
					.isFalse();
			}
		}
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void panelsHaveIdsOfTheirOwnAndStandInRows(Dashboard dashboard) {
		assertThat(dashboard.panels()).extracting((panel) -> panel.path("id").asInt())
			.doesNotHaveDuplicates()
			.allMatch((id) -> id > 0);
		assertThat(dashboard.panels().getFirst().path("type").asString()).isEqualTo("row");
		assertThat(dashboard.charts()).extracting((panel) -> panel.path("title").asString())
			.doesNotHaveDuplicates()
			.noneMatch(String::isBlank);
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void panelsSayWhatTheyShowInWhichUnit(Dashboard dashboard) {
		assertThat(dashboard.charts()).allSatisfy((panel) -> {
			assertThat(panel.path("type").asString()).isIn("stat", "table", "timeseries");
			assertThat(panel.path("description").asString()).endsWith(".").hasSizeGreaterThan(20);
			assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString()).isIn("Bps", "bytes", "none",
					"ops", "percentunit", "reqps", "s", "short");
			assertThat(panel.path("fieldConfig").path("defaults").path("thresholds").path("steps")).isNotEmpty();
			assertThat(panel.path("targets")).isNotEmpty();
			assertThat(panel.path("targets").valueStream().map((target) -> target.path("refId").asString()))
				.doesNotHaveDuplicates();
		});
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void whatIsCountedIsShownAsBars(Dashboard dashboard) {
		assertThat(dashboard.charts())
			.filteredOn((panel) -> panel.path("type").asString().equals("timeseries")
					&& panel.path("targets").toString().contains("increase("))
			.allSatisfy((panel) -> {
				JsonNode shown = panel.path("fieldConfig").path("defaults");
				assertThat(shown.path("custom").path("drawStyle").asString()).isEqualTo("bars");
				assertThat(shown.path("decimals").asInt(-1)).isZero();
			});
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void panelsNameRunbooksThatAreThere(Dashboard dashboard) {
		List<String> named = dashboard.charts()
			.stream()
			.flatMap((panel) -> namesIn(panel.path("description").asString(), RUNBOOK).stream())
			.toList();
		assertThat(named).isNotEmpty().allSatisfy((name) -> assertThat(RUNBOOKS.resolve(name + ".md")).exists());
	}

	@Test
	void runbooksNamePanelsThatAreThere() throws IOException {
		Set<String> titles = DASHBOARDS.stream()
			.flatMap((dashboard) -> dashboard.panels().stream())
			.map((panel) -> panel.path("title").asString())
			.collect(Collectors.toSet());
		List<String> named = new ArrayList<>();
		try (Stream<Path> pages = Files.list(RUNBOOKS)) {
			for (Path page : pages.toList()) {
				named.addAll(namesIn(Files.readString(page), PANEL));
			}
		}
		assertThat(named).isNotEmpty().isSubsetOf(titles);
	}

	@ParameterizedTest
	@FieldSource("DASHBOARDS")
	void expressionsUseWhatServicesShowAndNoRecordingRules(Dashboard dashboard) {
		assertThat(dashboard.expressions()).isNotEmpty()
			.flatMap(Expression::selectors)
			.extracting(Selector::metric)
			.noneMatch((metric) -> metric.contains(":"));
	}

	private static List<String> namesIn(String text, Pattern pattern) {
		return pattern.matcher(text)
			.results()
			.flatMap((found) -> Stream.of(found.group(1), found.group(2)))
			.filter(Objects::nonNull)
			.toList();
	}

}
