package cellar.gateway.origin;

import java.net.URI;

/**
 * A plain HTTP server, another gateway for instance.
 */
class HttpOrigin implements Origin {

	private final Transport transport;

	private final URI baseUrl;

	HttpOrigin(Transport transport, URI baseUrl) {
		this.transport = transport;
		this.baseUrl = baseUrl;
	}

	@Override
	public OriginAnswer fetch(OriginRequest request) {
		return this.transport.send(request.method(), target(request.object()), request.headers(), this::read);
	}

	Target target(String object) {
		int query = object.indexOf('?');
		return (query < 0) ? Target.of(this.baseUrl, "/" + PercentEncoding.path(object)) : Target.of(this.baseUrl,
				"/" + PercentEncoding.path(object.substring(0, query)) + object.substring(query));
	}

	private OriginAnswer read(Exchange exchange) {
		int status = exchange.status();
		if (status == 200 || status == 206) {
			return exchange.asContent(exchange.endToEnd());
		}
		if (status == 304) {
			return exchange.without(new OriginAnswer.NotModified(exchange.endToEnd()));
		}
		if (status == 404 || status == 410) {
			return exchange.without(new OriginAnswer.Absent(status));
		}
		if (status == 504) {
			return exchange.failed(OriginAnswer.Failure.Kind.TIMEOUT);
		}
		if (status < 300 || status >= 500 || status == 408 || status == 429) {
			return exchange.failed(OriginAnswer.Failure.Kind.STATUS);
		}
		return new OriginAnswer.Foreign(status, exchange.endToEnd(), exchange.length(), exchange.body());
	}

	@Override
	public String identity() {
		return "http " + this.baseUrl;
	}

	@Override
	public boolean namedByQuery() {
		return true;
	}

}
