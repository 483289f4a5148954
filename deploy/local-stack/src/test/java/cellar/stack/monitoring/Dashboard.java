package cellar.stack.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dashboard of Grafana, as it stands in its file.
 *
 * @param file the file
 * @param json what is in it
 */
record Dashboard(Path file, JsonNode json) {

	private static final Path DIRECTORY = Path.of("..", "dashboards");

	static List<Dashboard> all() {
		try (Stream<Path> files = Files.list(DIRECTORY)) {
			return files.filter((file) -> file.toString().endsWith(".json")).sorted().map(Dashboard::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Dashboard read(Path file) {
		return new Dashboard(file, JsonMapper.shared().readTree(file));
	}

	String uid() {
		return this.json.path("uid").asString();
	}

	/**
	 * Returns all panels, those that show something and the headings of rows.
	 * @return the panels
	 */
	List<JsonNode> panels() {
		return this.json.path("panels").valueStream().toList();
	}

	List<JsonNode> charts() {
		return panels().stream().filter((panel) -> !panel.path("type").asString().equals("row")).toList();
	}

	Stream<JsonNode> variables() {
		return this.json.path("templating").path("list").valueStream();
	}

	/**
	 * Returns the links at the top.
	 * @param type {@code dashboards} for those to all that have a tag, {@code link} for
	 * those to one
	 * @return the links
	 */
	Stream<JsonNode> links(String type) {
		return this.json.path("links").valueStream().filter((link) -> link.path("type").asString().equals(type));
	}

	/**
	 * Returns what the panels ask for, with every choice of each variable made.
	 * @return the expressions
	 */
	Stream<Expression> expressions() {
		return charts().stream()
			.flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> Expression.parse(chosen(target.path("expr").asString())));
	}

	private static String chosen(String expression) {
		return expression.replaceAll("\\$__(rate_interval|range)", "5m").replaceAll("\"\\$\\w+\"", "\".*\"");
	}

	@Override
	public String toString() {
		return this.file.getFileName().toString();
	}

}
