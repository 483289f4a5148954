package cellar.gateway.exchange;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;
import cellar.gateway.header.ContentRange;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.MemoryBody;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.ProvenBody;

/**
 * One answer as it came over the wire.
 *
 * @param status the status
 * @param headers all headers
 * @param length bytes of the body, or of the one a GET would have had; -1 if unknown
 * @param delimited whether a body that broke off can be told from a complete one
 * @param body the bytes
 */
public record Exchange(int status, Headers headers, long length, boolean delimited, OriginBody body) {

	/** For this hop only, or for the gateway to say itself. */
	private static final Set<String> HOP_BY_HOP = Set.of("connection", "keep-alive", "proxy-connection",
			"proxy-authenticate", "proxy-authentication-info", "proxy-authorization", "te", "trailer",
			"transfer-encoding", "upgrade", "content-length", "alt-svc", "accept-ranges");

	/**
	 * Of the bytes of this answer, which may be another part of the object than others.
	 */
	private static final Set<String> OF_THIS_CONTENT = Set.of("content-range", "content-digest", "content-md5",
			"digest");

	/** What a server says of itself to whoever asks in person. */
	public static final Set<String> PERSONAL = Set.of("server", "via", "set-cookie", "strict-transport-security");

	public Headers endToEnd() {
		Headers kept = this.headers.without(HOP_BY_HOP);
		kept = (this.status == 200) ? kept : kept.without(OF_THIS_CONTENT);
		String named = this.headers.joined("Connection").toLowerCase(Locale.ROOT);
		return named.isEmpty() ? kept : kept.without(Set.copyOf(Arrays.asList(named.split("[\\s,]+"))));
	}

	public OriginAnswer asContent(Headers kept) {
		return new OriginAnswer.Content(this.status, kept, this.length, this.delimited, part(), this.body);
	}

	/**
	 * Returns the answer with a body that has to prove right.
	 * @param proof what proves it
	 * @return this exchange, that body in the place of its own
	 */
	public Exchange provenBy(Proof proof) {
		return new Exchange(this.status, this.headers, this.length, this.delimited,
				new ProvenBody(this.body, this.length, proof));
	}

	/**
	 * Returns the answer with all of its body read.
	 * @return this exchange, whose body holds nothing any more
	 * @throws IOException if the body breaks off or proves wrong
	 */
	public Exchange read() throws IOException {
		OriginBody read = new MemoryBody(this.body.readAll());
		this.body.close();
		return new Exchange(this.status, this.headers, this.length, this.delimited, read);
	}

	/**
	 * Returns whether the answer has a part that cannot be the one asked for.
	 * @param range value of the {@code Range} field that was sent, if one was
	 * @return whether it is of no use
	 */
	boolean isOtherPartThan(@Nullable String range) {
		ContentRange part = part();
		return this.status == 206 && (part == null || range == null || !part.answers(range));
	}

	private @Nullable ContentRange part() {
		ContentRange part = (this.status == 206) ? ContentRange.parse(this.headers.first("Content-Range")) : null;
		boolean sound = part != null && (this.length < 0 || this.length == part.last() - part.first() + 1);
		return sound ? part : null;
	}

	public OriginAnswer failed(OriginAnswer.Failure.Kind kind) {
		this.body.close();
		return new OriginAnswer.Failure(kind, this.status);
	}

	public OriginAnswer without(OriginAnswer answer) {
		this.body.close();
		return answer;
	}

}
