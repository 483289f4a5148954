package cellar.stack.part;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Tells whether a part is ready for work.
 */
@FunctionalInterface
public interface Readiness {

	/** For parts whose start returns only when they are ready. */
	Readiness IMMEDIATE = Optional::empty;

	/**
	 * Looks once.
	 * @return empty if the part is ready, else what is still missing
	 */
	Optional<String> missing();

	/**
	 * Returns the check that a URL answers 200.
	 * @param url what to get
	 * @return the check
	 */
	static Readiness ok(URI url) {
		return http(url, (status) -> status == 200);
	}

	/**
	 * Returns the check that a URL is answered, whatever the answer is.
	 * @param url what to get
	 * @return the check
	 */
	static Readiness answer(URI url) {
		return http(url, (status) -> true);
	}

	private static Readiness http(URI url, IntPredicate good) {
		HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
		HttpRequest request = HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build();
		return () -> {
			try {
				int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
				return good.test(status) ? Optional.empty() : Optional.of(url + " answers " + status);
			}
			catch (IOException ex) {
				return Optional.of(url + " does not answer yet");
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Optional.of("interrupted");
			}
		};
	}

}
