package cellar.simulation.signature;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Authorization header of signature version 4, taken apart.
 *
 * @param date the day of the scope, {@code yyyyMMdd}
 */
record Authorization(String accessKey, String date, String region, String service, List<String> signedHeaders,
		String signature) {

	private static final Pattern FORM = Pattern
		.compile("AWS4-HMAC-SHA256 +Credential=([^/, ]+)/(\\d{8})/([^/, ]+)/([^/, ]+)/aws4_request, *"
				+ "SignedHeaders=([a-z0-9;_-]+), *Signature=([0-9a-f]{64})");

	static Optional<Authorization> parse(String header) {
		Matcher matcher = FORM.matcher(header.strip());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional.of(new Authorization(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4),
				Arrays.asList(matcher.group(5).split(";")), matcher.group(6)));
	}

}
