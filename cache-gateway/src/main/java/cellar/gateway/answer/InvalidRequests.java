package cellar.gateway.answer;

import java.time.Clock;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.gateway.client.UnspokenVersionException;

/**
 * Answers what is not HTTP, and ends the connection.
 */
@Component
public class InvalidRequests implements Handler<HttpServerRequest> {

	private final Clock clock;

	InvalidRequests(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void handle(HttpServerRequest request) {
		Refusal refusal = refusal(request.decoderResult().cause());
		refusal.describe(request.response().headers(), this.clock.instant());
		request.response()
			.setStatusCode(refusal.status())
			.putHeader("Connection", "close")
			.end(refusal.json())
			.onComplete((_) -> request.connection().close());
	}

	private static Refusal refusal(@Nullable Throwable cause) {
		Throwable reason = (cause instanceof DecoderException && cause.getCause() != null) ? cause.getCause() : cause;
		return switch (reason) {
			case UnspokenVersionException _ -> Refusal.VERSION;
			case TooLongHttpLineException _ -> Refusal.URI_TOO_LONG;
			case TooLongHttpHeaderException _ -> Refusal.HEADERS_TOO_LARGE;
			case null, default -> Refusal.MALFORMED;
		};
	}

}
