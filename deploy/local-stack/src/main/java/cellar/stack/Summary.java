package cellar.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import cellar.stack.platform.Port;

/**
 * What people need to know once everything runs.
 */
final class Summary {

	private Summary() {
	}

	static String of(Stack stack, StackOptions options, Duration elapsed) {
		Duration sinceJvm = ProcessHandle.current()
			.info()
			.startInstant()
			.map((start) -> Duration.between(start, Instant.now()))
			.orElse(elapsed);
		String token = options.token().isPresent() ? "$CELLAR_TOKEN" : "$(cat " + stack.tokenFile() + ")";
		return """

				Cellar is ready after %s (%s since the virtual machine began). Ctrl-C stops it.

				  the page            %s/
				  catalog API         %s/swagger-ui.html
				  launches            %s/swagger-ui.html
				  gateway admin       %s/swagger-ui.html
				  object store        %s
				  simulated cloud     %s
				  operator token      %s
				  data and logs       %s

				  curl %s/catalog
				  curl -H "Authorization: Bearer %s" %s/api/v1/images

				The starter images are stand-ins: real names and layout, random content.
				""".formatted(seconds(elapsed), seconds(sinceJvm), stack.url(Port.GATEWAY), stack.url(Port.CATALOG),
				stack.url(Port.PROVISIONING), stack.url(Port.GATEWAY_MANAGEMENT), stack.url(Port.OBJECT_STORE),
				stack.url(Port.CLOUD),
				options.token().isPresent() ? "as given by CELLAR_TOKEN" : stack.operatorToken().value(),
				stack.dataDirectory(), stack.url(Port.GATEWAY), token, stack.url(Port.CATALOG));
	}

	private static String seconds(Duration time) {
		return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
	}

}
