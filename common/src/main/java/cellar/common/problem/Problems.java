package cellar.common.problem;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Makes problem details (RFC 9457) whose {@code type} is a stable name of ours.
 */
public final class Problems {

	private Problems() {
	}

	/**
	 * Returns a problem detail.
	 * @param status the HTTP status
	 * @param type the stable name, in kebab case
	 * @param title the kind of problem in a few words; never varies for a type
	 * @param detail what happened this time and what to do about it
	 * @return the problem detail
	 */
	public static ProblemDetail of(HttpStatusCode status, String type, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:cellar:problem:" + type));
		problem.setTitle(title);
		return problem;
	}

	/**
	 * Returns the problem detail of an exception whose message is meant for callers.
	 * @param status the HTTP status
	 * @param type the stable name, in kebab case
	 * @param title the kind of problem in a few words; never varies for a type
	 * @param ex says what happened this time and what to do about it
	 * @return the problem detail
	 */
	public static ProblemDetail of(HttpStatusCode status, String type, String title, RuntimeException ex) {
		return of(status, type, title, String.valueOf(ex.getMessage()));
	}

	/**
	 * Returns the problem of a body whose fields are not acceptable. Its
	 * {@code violations} name each of them.
	 * @param violations what is wrong; at least one
	 * @return the problem detail
	 */
	public static ProblemDetail invalidFields(List<Violation> violations) {
		return invalid("invalid-field", "Invalid field", violations);
	}

	/**
	 * Returns the problem of a parameter that is not acceptable. Its {@code violations}
	 * name it.
	 * @param violation what is wrong
	 * @return the problem detail
	 */
	public static ProblemDetail invalidParameter(Violation violation) {
		return invalid("invalid-parameter", "Invalid parameter", List.of(violation));
	}

	/**
	 * Returns the problem of a body that is too large.
	 * @param limit bytes that are accepted
	 * @return the problem detail
	 */
	public static ProblemDetail bodyTooLarge(long limit) {
		return of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "Body too large",
				"The body has more than the %d bytes that are accepted here; send less at once".formatted(limit));
	}

	/**
	 * Returns the problem of a body that cannot be read.
	 * @param detail why, and what to do about it
	 * @return the problem detail
	 */
	static ProblemDetail unreadableBody(String detail) {
		return of(HttpStatus.BAD_REQUEST, "unreadable-body", "Unreadable body", detail);
	}

	static String describe(List<Violation> violations) {
		return violations.stream().map(Violation::toString).sorted().collect(Collectors.joining("; "));
	}

	private static ProblemDetail invalid(String type, String title, List<Violation> violations) {
		ProblemDetail problem = of(HttpStatus.BAD_REQUEST, type, title, describe(violations));
		problem.setProperty("violations",
				violations.stream().sorted(Comparator.comparing(Violation::toString)).toList());
		return problem;
	}

}
