package cellar.gateway.cache;

import java.io.IOException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.body.SlicedBody;
import cellar.gateway.head.Head;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Forward;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Reply;
import cellar.gateway.origin.OriginAnswer;
import cellar.gateway.origin.OriginFailedException;
import cellar.gateway.slice.Presence;
import cellar.gateway.store.StoredObject;
import cellar.gateway.version.VersionGoneException;

/**
 * Makes answers of copies.
 */
final class Copies {

	private static final Logger logger = LoggerFactory.getLogger(Copies.class);

	private Copies() {
	}

	/**
	 * Serves a copy. The first byte is there before anything is said about it.
	 * @param lookup what is wanted
	 * @param copy the copy, which the caller has leased
	 * @param status how it was found
	 * @param now the time
	 * @return the answer, or {@code null} if this version is gone
	 */
	static @Nullable Reply serve(Lookup lookup, StoredObject copy, CacheStatus status, Instant now) {
		if (!copy.lease()) {
			return null;
		}
		long length = copy.slices().length();
		long first = lookup.portion().first(length);
		Presence presence = copy.slices().presence(first, lookup.portion().end(length));
		if (presence != Presence.PRESENT && lookup.client().wishes().onlyIfCached()) {
			copy.release();
			return new Reply.NotCached(CacheStatus.notCached());
		}
		Reply reply = begun(lookup, copy, (presence != Presence.PRESENT) ? Forward.PARTIAL : Forward.STALE, status,
				now);
		if (reply instanceof Reply.Found found && presence != Presence.PRESENT) {
			return found.with(CacheStatus.partial(presence == Presence.COMING));
		}
		return reply;
	}

	/**
	 * Waits for the first byte.
	 * @param lookup what is wanted
	 * @param copy the copy, with a lease that goes over to the answer
	 * @param why why the origin is asked if that byte is not there
	 * @param status how the copy was found
	 * @param now the time
	 * @return the answer, or {@code null} if this version is gone
	 */
	static @Nullable Reply begun(Lookup lookup, StoredObject copy, Forward why, CacheStatus status, Instant now) {
		Head head = copy.head();
		long length = copy.slices().length();
		long first = lookup.portion().first(length);
		SlicedBody body = new SlicedBody(copy);
		try {
			body.await(first, lookup.portion().end(length));
			return Reply.Found.of(head, length, now, status, body);
		}
		catch (VersionGoneException ex) {
			body.close();
			return null;
		}
		catch (OriginFailedException ex) {
			body.close();
			return PassThrough.failed(ex.failure(), why);
		}
		catch (IOException ex) {
			body.close();
			logger.atWarn().addKeyValue("object", head.key()).addKeyValue("cause", ex.toString()).log("Fetch failed");
			return PassThrough.failed(new OriginAnswer.Failure(OriginAnswer.Failure.Kind.UNREACHABLE, 0), why);
		}
	}

}
