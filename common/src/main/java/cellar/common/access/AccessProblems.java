package cellar.common.access;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

import cellar.common.problem.Problems;

/**
 * Refusals as problem details (RFC 9457), beside the <code>WWW-Authenticate</code> header
 * of RFC 6750.
 */
class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String CHALLENGE = "Bearer realm=\"cellar\"";

	private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();

	private final JsonMapper json;

	AccessProblems(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				(cause instanceof OAuth2AuthenticationException) ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
		write(response, Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Credentials required",
				"Send 'Authorization: Bearer TOKEN' with a token that this service knows"));
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) {
		this.denial.handle(request, response, cause);
		try {
			write(response, Problems.of(HttpStatus.FORBIDDEN, "role-missing", "Role missing",
					"The token is known but none of its roles allows " + request.getMethod() + " here"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
