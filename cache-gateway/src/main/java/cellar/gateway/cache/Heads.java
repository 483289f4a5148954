package cellar.gateway.cache;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cellar.gateway.fetch.Fetches;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Reply;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.StoredObject;

/**
 * Answers with what describes objects, for which none is fetched.
 */
final class Heads {

	private static final Logger logger = LoggerFactory.getLogger(Heads.class);

	private final Shelf shelf;

	private final Memory memory;

	private final Usability usability;

	private final PassThrough passThrough;

	private final Clock clock;

	Heads(Shelf shelf, Memory memory, Fetches fetches, PassThrough passThrough, Clock clock) {
		this.shelf = shelf;
		this.memory = memory;
		this.usability = new Usability(fetches);
		this.passThrough = passThrough;
		this.clock = clock;
	}

	Reply find(Lookup lookup) {
		Instant now = this.clock.instant();
		Reply known = this.memory.find(lookup, now);
		if (known != null) {
			return known;
		}
		try {
			StoredObject copy = this.shelf.lease(lookup.key(), lookup.shared());
			if (copy != null) {
				try {
					return of(lookup, copy, now);
				}
				finally {
					copy.release();
				}
			}
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).addKeyValue("object", lookup.key()).log("Cache cannot be used");
		}
		return described(lookup, null, now);
	}

	private Reply of(Lookup lookup, StoredObject copy, Instant now) {
		CacheStatus status = this.usability.judge(lookup, copy, now);
		if (status == null) {
			return described(lookup, copy, now);
		}
		return Reply.Found.of(copy.head(), copy.slices().length(), now, status, Body.EMPTY);
	}

	private Reply described(Lookup lookup, @Nullable StoredObject copy, Instant now) {
		return lookup.client().wishes().onlyIfCached() ? new Reply.NotCached(CacheStatus.notCached())
				: this.passThrough.head(lookup, copy, Usability.why(lookup, copy, now));
	}

}
