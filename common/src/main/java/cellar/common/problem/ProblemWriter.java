package cellar.common.problem;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem detail where no controller does: in the filter chain.
 *
 * @param json what turns the problem detail into text
 */
public record ProblemWriter(JsonMapper json) {

	/**
	 * Makes a problem detail the answer.
	 * @param problem the problem detail
	 * @param response the answer, of which nothing was sent yet
	 * @throws IOException if the client is gone
	 */
	public void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
