package cellar.common.problem;

import java.net.URI;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * Makes problem details (RFC 9457) whose <code>type</code> is a stable name of ours.
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

}
