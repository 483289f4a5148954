package cellar.gateway.origin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * One answer as it came over the wire.
 *
 * @param status the status
 * @param headers all headers
 * @param length bytes of the body, or of the one a GET would have had; -1 if unknown
 * @param delimited whether a body that broke off can be told from a complete one
 * @param body the bytes
 */
record Exchange(int status, Headers headers, long length, boolean delimited, OriginBody body) {

	/** For this hop only, or for the gateway to say itself. */
	private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection",
			"proxy-authenticate", "proxy-authentication-info", "proxy-authorization", "te", "trailer",
			"transfer-encoding", "upgrade", "content-length", "alt-svc", "cache-status", "accept-ranges");

	/** What a server says of itself to whoever asks in person. */
	static final Set<String> PERSONAL = Set.of("server", "via", "set-cookie", "strict-transport-security");

	Headers endToEnd() {
		Headers kept = this.headers.without(HOP_BY_HOP);
		kept = (this.status == 200) ? kept : kept.without(Set.of("content-range"));
		String named = this.headers.joined("Connection").toLowerCase(Locale.ROOT);
		return named.isEmpty() ? kept : kept.without(Set.copyOf(Arrays.asList(named.split("\\s*,\\s*"))));
	}

	OriginAnswer asContent(Headers kept) {
		ContentRange part = (this.status == 206) ? ContentRange.parse(this.headers.first("Content-Range")) : null;
		return new OriginAnswer.Content(this.status, kept, this.length, this.delimited, part, this.body);
	}

	OriginAnswer failed(OriginAnswer.Failure.Kind kind) {
		this.body.close();
		return new OriginAnswer.Failure(kind, this.status);
	}

	OriginAnswer without(OriginAnswer answer) {
		this.body.close();
		return answer;
	}

}
