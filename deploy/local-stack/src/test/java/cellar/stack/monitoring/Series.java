package cellar.stack.monitoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One series that a service shows.
 *
 * @param metric its name
 * @param labels its labels, with those that Prometheus adds
 */
record Series(String metric, Map<String, String> labels) {

	private static final Pattern LINE = Pattern.compile("(?<metric>[\\w:]+)(?:\\{(?<labels>.*)})? \\S+");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

	/**
	 * Reads what a service shows.
	 * @param job what Prometheus calls the service
	 * @param text the text format of Prometheus
	 * @return the series
	 */
	static List<Series> of(String job, String text) {
		return text.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> of(job, LINE.matcher(line)))
			.toList();
	}

	private static Series of(String job, Matcher line) {
		if (!line.matches()) {
			throw new IllegalArgumentException("No series: " + line);
		}
		Map<String, String> labels = new HashMap<>(Map.of("job", job, "instance", job + ":80"));
		if (line.group("labels") != null) {
			LABEL.matcher(line.group("labels"))
				.results()
				.forEach((label) -> labels.put(label.group(1), label.group(2)));
		}
		return new Series(line.group("metric"), Map.copyOf(labels));
	}

	/**
	 * Returns what Prometheus itself adds to what it gets from a service.
	 * @param job what it calls the service
	 * @return the series
	 */
	static Stream<Series> ofPrometheus(String job) {
		Map<String, String> target = Map.of("job", job, "instance", job + ":80");
		return Stream.of(new Series("up", target), new Series("ALERTS", Map.of("alertname", "X", "alertstate", "firing",
				"severity", "critical", "job", job, "instance", job + ":80")));
	}

}
