package cellar.simulation.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cellar.simulation.http.Call;

/**
 * Checks signatures of version 4 in the Authorization header, the form that EC2 clients
 * use.
 */
public final class SignatureVerifier {

	private static final Duration ALLOWED_SKEW = Duration.ofMinutes(5);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

	private final Credentials credentials;

	private final @Nullable String region;

	private final Clock clock;

	/**
	 * Creates a verifier for one pair of keys.
	 * @param credentials the keys
	 * @param region the region that calls must be signed for, or {@code null} for any
	 * @param clock tells how old a signature is
	 */
	public SignatureVerifier(Credentials credentials, @Nullable String region, Clock clock) {
		this.credentials = credentials;
		this.region = region;
		this.clock = clock;
	}

	/**
	 * Checks who sent a call. It may have been signed five minutes earlier or later than
	 * the clock says.
	 * @param call the call
	 * @return whether it is to be served, else how EC2 refuses it
	 */
	public Verdict verify(Call call) {
		String header = call.header("authorization");
		if (header == null) {
			return new Verdict.Refused(403, "MissingAuthenticationToken",
					"The request must carry an Authorization header of AWS signature version 4");
		}
		Optional<Authorization> authorization = Authorization.parse(header);
		Optional<Instant> date = dateOf(call);
		if (authorization.isEmpty() || date.isEmpty()) {
			return new Verdict.Refused(400, "IncompleteSignature",
					"The Authorization header or the X-Amz-Date header is not as AWS signature version 4 wants it");
		}
		return verify(call, authorization.get(), date.get());
	}

	private Verdict verify(Call call, Authorization authorization, Instant date) {
		if (!authorization.accessKey().equals(this.credentials.accessKey())) {
			return new Verdict.Refused(401, "AuthFailure",
					"AWS was not able to validate the provided access credentials");
		}
		if (Duration.between(date, this.clock.instant()).abs().compareTo(ALLOWED_SKEW) > 0) {
			return new Verdict.Refused(400, "RequestExpired",
					"The request was signed at " + date + ", the clock here says " + this.clock.instant());
		}
		Optional<String> scopeFault = scopeFault(call, authorization, date);
		if (scopeFault.isPresent()) {
			return mismatch(scopeFault.get());
		}
		String expected = RecomputedSignature.of(call, authorization, date, this.credentials);
		if (!MessageDigest.isEqual(bytes(expected), bytes(authorization.signature()))) {
			return mismatch("The signature does not match the one computed here; check the secret key");
		}
		return new Verdict.Accepted();
	}

	private Optional<String> scopeFault(Call call, Authorization authorization, Instant date) {
		if (!authorization.service().equals("ec2")) {
			return Optional.of("The credential must be scoped to service 'ec2'");
		}
		if (this.region != null && !authorization.region().equals(this.region)) {
			return Optional.of("The credential must be scoped to region '" + this.region + "'");
		}
		if (!DATE.format(date.atOffset(ZoneOffset.UTC)).startsWith(authorization.date())) {
			return Optional.of("The credential must be scoped to the day of X-Amz-Date");
		}
		if (!authorization.signedHeaders().contains("host") || !authorization.signedHeaders().contains("x-amz-date")) {
			return Optional.of("The headers 'host' and 'x-amz-date' must be signed");
		}
		if (!call.headers().keySet().containsAll(authorization.signedHeaders())) {
			return Optional.of("A header that is named as signed is missing");
		}
		return Optional.empty();
	}

	private static Verdict mismatch(String message) {
		return new Verdict.Refused(403, "SignatureDoesNotMatch", message);
	}

	private static Optional<Instant> dateOf(Call call) {
		String text = call.header("x-amz-date");
		try {
			return Optional.ofNullable(text).map((date) -> LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
