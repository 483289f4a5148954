package cellar.catalog.source;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Files that are on servers of others. Nothing comes from inside our own network unless
 * that is allowed: each redirect is checked like the first URL, and the address that is
 * checked is the one that is connected to.
 */
@Component
public class RemoteFiles {

	private static final int MAX_REDIRECTS = 5;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	private static final Set<Integer> PASSING = Set.of(408, 425, 429);

	/** The answers to conditions and ranges if the file is another now. */
	private static final Set<Integer> CHANGED = Set.of(412, 416);

	private final AddressPolicy policy;

	private final RestClient client;

	@Autowired
	RemoteFiles(AddressPolicy policy, RestClient.Builder builder) {
		this(policy, builder, new SourceConnections(policy.addresses()).factory());
	}

	RemoteFiles(AddressPolicy policy, RestClient.Builder builder, ClientHttpRequestFactory connections) {
		this.policy = policy;
		this.client = builder.requestFactory(connections).build();
	}

	/**
	 * Asks for a file. It may take as long as the server likes; see {@link Deadline}.
	 * @param url where it is
	 * @param wanted headers of the request
	 * @return the file, to be closed
	 * @throws SourceException if it cannot be had
	 */
	public RemoteFile open(URI url, HttpHeaders wanted) {
		URI current = url;
		for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
			this.policy.check(current);
			RemoteFile answer = ask(current, wanted);
			if (!REDIRECTS.contains(answer.status())) {
				return answer;
			}
			String location = answer.headers().getFirst(HttpHeaders.LOCATION);
			answer.close();
			current = target(current, location);
		}
		throw SourceException.lasting("There were more than %d redirects".formatted(MAX_REDIRECTS));
	}

	private RemoteFile ask(URI url, HttpHeaders wanted) {
		try {
			return this.client.get()
				.uri(url)
				.headers((headers) -> headers.addAll(wanted))
				.exchangeForRequiredValue((request, response) -> checked(url, response), false);
		}
		catch (RestClientException | FilteredHostException ex) {
			throw SourceException.unreachable();
		}
	}

	private static RemoteFile checked(URI url, ClientHttpResponse response) throws IOException {
		int status = response.getStatusCode().value();
		if (status < 400) {
			return RemoteFile.of(url, response);
		}
		response.close();
		String message = "The address answered " + status;
		if (CHANGED.contains(status)) {
			throw SourceException.changed(message);
		}
		throw (status >= 500 || PASSING.contains(status)) ? SourceException.passing(message)
				: SourceException.lasting(message);
	}

	private static URI target(URI from, @Nullable String location) {
		URI target;
		try {
			target = from.resolve((location != null) ? location : "//");
		}
		catch (IllegalArgumentException ex) {
			throw SourceException.lasting("The address redirects to nowhere");
		}
		if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(target.getScheme())) {
			throw SourceException.lasting("The address redirects from https to http");
		}
		return target;
	}

}
