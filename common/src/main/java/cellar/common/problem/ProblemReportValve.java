package cellar.common.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the problem detail of what the container itself refused. It tells the status and
 * nothing of the reason, which quotes the request. The container makes it by its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

	private static final Logger logger = LoggerFactory.getLogger(ProblemReportValve.class);

	private static final int FIRST_ERROR = 400;

	private static final JsonMapper JSON = JsonMapper.builder()
		.addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
		.build();

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		int status = response.getStatus();
		if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()
				|| !canBeWritten(response)) {
			return;
		}
		try {
			byte[] problem = JSON.writeValueAsBytes(problem(status));
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.getOutputStream().write(problem);
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			logger.atDebug().setCause(ex).log("Refusal could not be written");
		}
	}

	private static boolean canBeWritten(Response response) {
		AtomicBoolean possible = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, possible);
		return possible.get();
	}

	private static ProblemDetail problem(int status) {
		if (status == FIRST_ERROR) {
			return Problems.of(HttpStatusCode.valueOf(status), "refused-request", "Refused request",
					"The request line, a header or the path is not acceptable HTTP; correct it");
		}
		return ProblemDetail.forStatus(status);
	}

}
