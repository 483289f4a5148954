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

	private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection",
			"proxy-authenticate", "te", "trailer", "transfer-encoding", "upgrade", "content-length", "server", "via",
			"alt-svc", "set-cookie", "cache-status", "accept-ranges", "content-range", "strict-transport-security");

	Headers endToEnd() {
		Headers kept = this.headers.without(HOP_BY_HOP);
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
