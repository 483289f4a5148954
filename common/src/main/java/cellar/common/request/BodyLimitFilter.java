package cellar.common.request;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import cellar.common.problem.ProblemWriter;
import cellar.common.problem.Problems;

/**
 * Refuses bodies that are too large: at once where that is announced, else when whoever
 * reads the body comes to the limit.
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
		if (request.getContentLengthLong() > limit.toBytes()) {
			this.problems.write(Problems.bodyTooLarge(limit.toBytes()), response);
			return;
		}
		chain.doFilter(new LimitedRequest(request, limit.toBytes()), response);
	}

	private @Nullable DataSize limit(HttpServletRequest request) {
		for (BodyLimit exception : this.exceptions) {
			if (exception.requests().matches(request)) {
				return exception.size();
			}
		}
		return this.usual;
	}

}
