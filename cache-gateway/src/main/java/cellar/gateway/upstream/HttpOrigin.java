package cellar.gateway.upstream;

import java.net.URI;
import java.util.Set;

import cellar.gateway.exchange.Exchange;
import cellar.gateway.exchange.PercentEncoding;
import cellar.gateway.exchange.Target;
import cellar.gateway.exchange.Transport;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginRequest;

/**
 * A plain HTTP server, another gateway for instance.
 */
public class HttpOrigin implements Origin {

	private static final String SELF = "1.1 cellar";

	/**
	 * Those that may pass (RFC 5861, 4), and those which mean that it has too much to do.
	 */
	private static final Set<Integer> FAILURES = Set.of(408, 429, 500, 502, 503, 504);

	private final Transport transport;

	private final URI baseUrl;

	private final boolean forwardsHeaders;

	public HttpOrigin(Transport transport, URI baseUrl, boolean forwardsHeaders) {
		this.transport = transport;
		this.baseUrl = baseUrl;
		this.forwardsHeaders = forwardsHeaders;
	}

	@Override
	public OriginAnswer fetch(OriginRequest request) {
		return this.transport.send(request.method(), target(request.object()), announced(request.headers()),
				this::read);
	}

	// Each hop names itself (RFC 9110, 7.6.3).
	private static Headers announced(Headers headers) {
		String before = headers.joined("Via");
		return headers.with("Via", before.isEmpty() ? SELF : before + ", " + SELF);
	}

	public Target target(String object) {
		int query = object.indexOf('?');
		return (query < 0) ? Target.of(this.baseUrl, "/" + PercentEncoding.path(object)) : Target.of(this.baseUrl,
				"/" + PercentEncoding.path(object.substring(0, query)) + object.substring(query));
	}

	private OriginAnswer read(Exchange exchange) {
		int status = exchange.status();
		if (status == 200 || status == 206) {
			return exchange.asContent(kept(exchange));
		}
		if (status == 304) {
			return exchange.without(new OriginAnswer.NotModified(kept(exchange)));
		}
		if ((status == 404 || status == 410) && !this.forwardsHeaders) {
			return exchange.without(new OriginAnswer.Absent(status, kept(exchange)));
		}
		if (status == 504) {
			return exchange.failed(OriginAnswer.Failure.Kind.TIMEOUT);
		}
		if (FAILURES.contains(status)) {
			return exchange.failed(OriginAnswer.Failure.Kind.STATUS);
		}
		return new OriginAnswer.Foreign(status, kept(exchange), exchange.length(), exchange.body());
	}

	private Headers kept(Exchange exchange) {
		return this.forwardsHeaders ? exchange.endToEnd() : exchange.endToEnd().without(Exchange.PERSONAL);
	}

	@Override
	public String identity() {
		return "http " + this.baseUrl + (this.forwardsHeaders ? " with headers" : "");
	}

	@Override
	public boolean forwardsHeaders() {
		return this.forwardsHeaders;
	}

	@Override
	public boolean namedByQuery() {
		return true;
	}

}
