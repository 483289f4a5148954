package cellar.stack;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import cellar.stack.platform.Port;

/**
 * What the services showed as soon as the platform had started, before anybody used it.
 *
 * @param texts by the ports that they show it on
 */
public record FirstMetrics(Map<Port, String> texts) {

	static FirstMetrics of(Visitor visitor) {
		Map<Port, String> texts = new EnumMap<>(Port.class);
		for (Port port : new Port[] { Port.GATEWAY_MANAGEMENT, Port.CATALOG_MANAGEMENT,
				Port.PROVISIONING_MANAGEMENT }) {
			texts.put(port, visitor.text(port, "/actuator/prometheus"));
		}
		return new FirstMetrics(texts);
	}

	/**
	 * Returns what a service showed.
	 * @param port the port that it shows it on
	 * @return the text format of Prometheus
	 */
	public String of(Port port) {
		return Objects.requireNonNull(this.texts.get(port), "shown there");
	}

}
