package cellar.common.request;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import cellar.common.problem.ProblemWriter;
import cellar.common.problem.Problems;

/**
 * Refuses bodies that are too large. One whose length is announced is not read here,
 * since the container gives no more than was announced; any other is read first, up to
 * the limit.
 */
class BodyLimitFilter extends OncePerRequestFilter {

	private final List<BodyLimit> exceptions;

	private final DataSize usual;

	private final ProblemWriter problems;

	BodyLimitFilter(DataSize usual, List<BodyLimit> exceptions, ProblemWriter problems) {
		this.usual = usual;
		this.exceptions = List.copyOf(exceptions);
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		DataSize limit = limit(request);
		if (limit == null) {
			chain.doFilter(request, response);
			return;
		}
		int max = Math.toIntExact(limit.toBytes());
		long length = request.getContentLengthLong();
		if (length > max) {
			refuse(response, max);
			return;
		}
		if (length >= 0) {
			chain.doFilter(request, response);
			return;
		}
		byte[] body = request.getInputStream().readNBytes(max + 1);
		if (body.length > max) {
			refuse(response, max);
			return;
		}
		chain.doFilter(new ReceivedRequest(request, body), response);
	}

	private @Nullable DataSize limit(HttpServletRequest request) {
		for (BodyLimit exception : this.exceptions) {
			if (exception.requests().matches(request)) {
				return exception.size();
			}
		}
		return this.usual;
	}

	private void refuse(HttpServletResponse response, int max) throws IOException {
		this.problems.write(
				Problems.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "Body too large",
						"The body has more than the %d bytes that are accepted here; send less at once".formatted(max)),
				response);
	}

}
