package cellar.gateway.cache;

import java.io.IOException;

import cellar.gateway.origin.Headers;
import cellar.gateway.origin.Origin;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginBody;
import cellar.gateway.origin.OriginRequest;

/**
 * Asks an origin for the rest of a body that began elsewhere.
 *
 * @param origin the origin
 * @param object the name of the object there
 * @param representation the version that the body began with
 */
record Resumption(Origin origin, String object, Representation representation) {

	/**
	 * Returns whether the rest can be told from that of another version.
	 * @return {@code true} if there is a strong tag
	 */
	boolean isPossible() {
		String etag = this.representation.etag();
		return etag != null && !etag.startsWith("W/");
	}

	OriginBody open(long position) throws IOException {
		String etag = this.representation.etag();
		if (etag == null || !isPossible()) {
			throw new IOException("The object has no tag that its rest could be known by");
		}
		Headers conditions = Headers.of("If-Match", etag);
		if (position > 0) {
			conditions = conditions.with("Range", "bytes=" + position + "-");
		}
		OriginAnswer answer = this.origin.fetch(new OriginRequest(OriginRequest.Method.GET, this.object, conditions));
		if (!(answer instanceof OriginAnswer.Content content)) {
			if (answer instanceof OriginAnswer.Foreign foreign) {
				foreign.body().close();
			}
			throw new IOException("The origin does not give the rest");
		}
		try {
			if (!etag.equals(content.headers().first("ETag"))) {
				throw new IOException("The object has changed at the origin");
			}
			if (content.status() == 200) {
				skip(content.body(), position);
			}
			else if (content.part() == null || content.part().first() != position) {
				throw new IOException("The origin gave another part");
			}
			return content.body();
		}
		catch (IOException ex) {
			content.body().close();
			throw ex;
		}
	}

	static void skip(OriginBody body, long bytes) throws IOException {
		long remaining = bytes;
		while (remaining > 0) {
			int read = body.read(new byte[(int) Math.min(remaining, 64 * 1024)]);
			if (read < 0) {
				throw new IOException("The object has become shorter at the origin");
			}
			remaining -= read;
		}
	}

}
