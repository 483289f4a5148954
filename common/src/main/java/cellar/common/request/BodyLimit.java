package cellar.common.request;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Another limit for the bodies of some requests. A service offers each as a bean.
 *
 * @param requests which requests
 * @param size the largest body accepted; missing where the controller sees to it
 */
public record BodyLimit(RequestMatcher requests, @Nullable DataSize size) {

	/**
	 * Accepts larger or only smaller bodies than usual.
	 * @param method the method of the requests
	 * @param path the pattern of their paths
	 * @param size the largest body accepted; it may be held in memory as a whole
	 * @return the limit
	 */
	public static BodyLimit of(HttpMethod method, String path, DataSize size) {
		return new BodyLimit(requests(method, path), size);
	}

	/**
	 * Lets a controller read bodies piece by piece and decide when it is too much.
	 * @param method the method of the requests
	 * @param path the pattern of their paths
	 * @return the limit
	 */
	public static BodyLimit ofController(HttpMethod method, String path) {
		return new BodyLimit(requests(method, path), null);
	}

	private static RequestMatcher requests(HttpMethod method, String path) {
		return PathPatternRequestMatcher.withDefaults().matcher(method, path);
	}

}
