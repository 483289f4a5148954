package cellar.gateway.version;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import cellar.gateway.checksum.Proof;
import cellar.gateway.header.ContentRange;
import cellar.gateway.header.EntityTag;
import cellar.gateway.header.Headers;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginFailedException;
import cellar.gateway.origin.OriginRequest;

/**
 * One version of an object at its origin, known by its strong entity tag (RFC 9110,
 * 8.8.3). Parts of another version are never taken for parts of this one.
 *
 * @param origin where it is
 * @param object its name there
 * @param etag its tag
 * @param length its bytes, or -1 if that is unknown
 */
public record OriginSource(Origin origin, String object, @Nullable String etag, long length) implements Source {

	/**
	 * Returns whether parts can be told from those of other versions.
	 * @return whether there is a strong tag
	 */
	public boolean isStrong() {
		return EntityTag.isStrong(this.etag);
	}

	/**
	 * Asks for a part of the body.
	 * @param first offset of the first byte
	 * @param end offset of the first byte after the part, or -1 for all that comes
	 * @return exactly that part, if it does not break off
	 * @throws VersionGoneException if the origin has another version by now, or none, or
	 * if it cannot be told
	 * @throws OriginFailedException if the origin gave no usable answer
	 * @throws IOException if the origin gave something else
	 */
	@Override
	public PartBody open(long first, long end) throws IOException {
		if (this.etag == null || !isStrong()) {
			throw new VersionGoneException("The object has no tag that a part of it could be known by");
		}
		Headers conditions = Headers.of("If-Match", this.etag);
		if (first > 0 || end >= 0) {
			conditions = conditions.with("Range", "bytes=" + first + "-" + ((end >= 0) ? end - 1 : ""));
		}
		OriginAnswer answer = this.origin.fetch(new OriginRequest(OriginRequest.Method.GET, this.object, conditions));
		return switch (answer) {
			case OriginAnswer.Content content -> part(content, first, end);
			case OriginAnswer.Absent _ -> throw new VersionGoneException("The object is gone at the origin");
			case OriginAnswer.Foreign foreign -> throw refused(foreign);
			case OriginAnswer.Failure failure when isRefusal(failure.status()) ->
				throw new VersionGoneException("The object has changed at the origin");
			case OriginAnswer.Failure failure -> throw new OriginFailedException(failure);
			case OriginAnswer.Denied _ -> throw failed(403);
			case OriginAnswer.NotModified _ -> throw failed(304);
		};
	}

	@Override
	public @Nullable Proof proof() throws IOException {
		return (this.etag != null && isStrong()) ? this.origin.proof(this.object, this.etag) : null;
	}

	private static boolean isRefusal(int status) {
		return status == 412 || status == 416;
	}

	private static IOException refused(OriginAnswer.Foreign foreign) {
		foreign.body().close();
		return isNoLongerThere(foreign.status()) ? new VersionGoneException("The object has changed at the origin")
				: failed(foreign.status());
	}

	// A redirect leads to something else.
	private static boolean isNoLongerThere(int status) {
		return isRefusal(status) || status < 400 || status == 404 || status == 410;
	}

	private static IOException failed(int status) {
		return new OriginFailedException(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.STATUS, status));
	}

	private PartBody part(OriginAnswer.Content content, long first, long end) throws IOException {
		OriginBody body = content.body();
		try {
			if (!String.valueOf(this.etag).equals(content.headers().first("ETag"))) {
				throw new VersionGoneException("The object has changed at the origin");
			}
			if (isOfAnotherLength(content)) {
				// Whatever its tag says, what is there cannot be completed with it.
				throw new VersionGoneException("The object has another length at the origin");
			}
			if (this.length < 0 && !content.delimited()) {
				// It may have broken off, and nothing else would tell.
				throw new IOException("The origin does not tell where the rest ends");
			}
			if (content.status() == 200) {
				// It ignores ranges.
				return new BoundedBody(body, first, (end >= 0) ? end : Long.MAX_VALUE);
			}
			if (!isWanted(content.part(), first, end)) {
				throw new IOException("The origin gave another part");
			}
			return new ExactBody(body);
		}
		catch (IOException ex) {
			body.close();
			throw ex;
		}
	}

	private boolean isWanted(@Nullable ContentRange part, long first, long end) {
		if (part == null || part.first() != first) {
			return false;
		}
		long after = part.last() + 1;
		boolean whole = end >= 0 || after == part.total();
		return whole && (end < 0 || after == end);
	}

	private boolean isOfAnotherLength(OriginAnswer.Content content) {
		ContentRange part = content.part();
		long told = (part != null) ? part.total() : content.length();
		return this.length >= 0 && told >= 0 && told != this.length;
	}

}
