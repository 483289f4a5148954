package cellar.gateway.request;

import io.vertx.core.http.HttpServerRequest;

import cellar.gateway.header.Headers;
import cellar.gateway.lookup.ClientRequest;
import cellar.gateway.origin.Origin;

/**
 * Reads what matters to the cache from the headers of a client.
 */
final class ClientHeaders {

	private ClientHeaders() {
	}

	static ClientRequest read(HttpServerRequest request, Origin origin) {
		boolean forwarded = origin.forwardsHeaders();
		if (!forwarded && !request.headers().contains("Cache-Control")) {
			// Nearly every request to an object store.
			return ClientRequest.PLAIN;
		}
		Headers headers = new Headers(request.headers()
			.entries()
			.stream()
			.map((field) -> new Headers.Field(field.getKey(), field.getValue()))
			.toList());
		return forwarded ? ClientRequest.forwarded(headers) : ClientRequest.of(headers);
	}

}
