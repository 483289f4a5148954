package cellar.catalog.resumption;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What tus 1.0.0 asks of every request: each answer tells the version, whoever gives it,
 * and clients that cannot send a method say it in a header. It stands before those that
 * decide who may do what, so that they see the method that is carried out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TusFilter extends OncePerRequestFilter {

	private static final String OVERRIDE = "X-HTTP-Method-Override";

	private static final Set<String> METHODS = Set.of("PATCH", "HEAD", "DELETE");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return !path.equals(TusController.PATH) && !path.startsWith(TusController.PATH + "/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		response.setHeader(TusController.RESUMABLE, TusController.VERSION);
		String wanted = request.getHeader(OVERRIDE);
		String method = (wanted != null) ? wanted.toUpperCase(Locale.ROOT) : "";
		boolean overridden = request.getMethod().equals("POST") && METHODS.contains(method);
		chain.doFilter((overridden) ? new Overridden(request, method) : request, response);
	}

	private static final class Overridden extends HttpServletRequestWrapper {

		private final String method;

		Overridden(HttpServletRequest request, String method) {
			super(request);
			this.method = method;
		}

		@Override
		public String getMethod() {
			return this.method;
		}

	}

}
