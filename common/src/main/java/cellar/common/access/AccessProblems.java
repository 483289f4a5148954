package cellar.common.access;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

import cellar.common.problem.ProblemWriter;
import cellar.common.problem.Problems;

/**
 * Refusals as problem details (RFC 9457), beside the {@code WWW-Authenticate} header of
 * RFC 6750.
 */
class AccessProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String CHALLENGE = "Bearer realm=\"cellar\"";

	private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();

	private final ProblemWriter writer;

	AccessProblems(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				(cause instanceof OAuth2AuthenticationException) ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
		this.writer.write(Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "Credentials required",
				"Send 'Authorization: Bearer TOKEN' with a token that this service knows"), response);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) {
		this.denial.handle(request, response, cause);
		try {
			this.writer.write(
					Problems.of(HttpStatus.FORBIDDEN, "role-missing", "Role missing",
							"The token is known but none of its roles allows " + request.getMethod() + " here"),
					response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
