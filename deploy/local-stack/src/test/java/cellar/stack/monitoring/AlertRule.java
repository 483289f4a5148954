package cellar.stack.monitoring;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An alert of Prometheus, as it stands in its file.
 *
 * @param group the group that it is in
 * @param json what is there
 */
record AlertRule(String group, JsonNode json) {

	static final Path DIRECTORY = Path.of("..", "prometheus");

	static List<AlertRule> all() {
		return read("alerts.yaml").path("groups").valueStream().flatMap(AlertRule::ofGroup).toList();
	}

	private static Stream<AlertRule> ofGroup(JsonNode group) {
		String name = group.path("name").asString();
		return group.path("rules").valueStream().map((rule) -> new AlertRule(name, rule));
	}

	static JsonNode read(String file) {
		return YAMLMapper.shared().readTree(DIRECTORY.resolve(file));
	}

	String name() {
		return this.json.path("alert").asString();
	}

	Expression expression() {
		return Expression.parse(this.json.path("expr").asString());
	}

	String annotation(String name) {
		return this.json.path("annotations").path(name).asString();
	}

	/**
	 * Returns the page that says what to do, without its folder and its ending.
	 * @return its name
	 */
	String runbook() {
		return annotation("runbook").replaceFirst("docs/runbooks/(.*)\\.md", "$1");
	}

	boolean namesItsRunbook() {
		return name().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT).equals(runbook());
	}

	/**
	 * Tells whether it fires when clients get less than they may count on.
	 * @return whether it does
	 */
	boolean guardsAnObjective() {
		return this.group.equals("gateway-objectives") || this.json.path("expr").asString().contains("_bucket{");
	}

	String severity() {
		return this.json.path("labels").path("severity").asString();
	}

	@Override
	public String toString() {
		return name();
	}

}
