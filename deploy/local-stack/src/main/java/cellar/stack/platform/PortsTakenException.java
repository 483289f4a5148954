package cellar.stack.platform;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Thrown when something else listens on ports of the stack.
 */
public final class PortsTakenException extends RuntimeException {

	PortsTakenException(Map<Port, Integer> taken) {
		super(taken.entrySet()
			.stream()
			.map((entry) -> "  %5d  %-34s  -D%s=PORT".formatted(entry.getValue(), entry.getKey().user(),
					entry.getKey().property()))
			.collect(Collectors.joining("\n", "Nothing was started, because these ports of 127.0.0.1 are taken:\n",
					"\nEnd what listens there, or choose other ports as shown (0 = any free one);"
							+ "\nas environment variables they are called like %s."
								.formatted(environmentVariable(taken.keySet().iterator().next())))));
	}

	private static String environmentVariable(Port port) {
		return port.property().toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
	}

}
