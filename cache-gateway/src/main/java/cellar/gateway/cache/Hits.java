package cellar.gateway.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cellar.gateway.body.SlicedBody;
import cellar.gateway.body.SmallBody;
import cellar.gateway.freshness.Freshness;
import cellar.gateway.head.Head;
import cellar.gateway.lookup.Body;
import cellar.gateway.lookup.CacheStatus;
import cellar.gateway.lookup.Lookup;
import cellar.gateway.lookup.Portion;
import cellar.gateway.lookup.Reply;
import cellar.gateway.slice.Span;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.SmallCopy;
import cellar.gateway.store.StoredObject;

/**
 * Answers that take no waiting: from copies that are fresh and open, with all that is
 * wanted of them.
 */
final class Hits {

	private final Shelf shelf;

	private final Memory memory;

	private final Clock clock;

	Hits(Shelf shelf, Memory memory, Clock clock) {
		this.shelf = shelf;
		this.memory = memory;
		this.clock = clock;
	}

	@Nullable Reply find(Lookup lookup) {
		Instant now = this.clock.instant();
		if (this.memory.knows(lookup.key(), now)) {
			return null;
		}
		SmallCopy small = this.shelf.small().get(lookup.key());
		return (small != null) ? of(lookup, small, now) : open(lookup, now);
	}

	private static @Nullable Reply of(Lookup lookup, SmallCopy copy, Instant now) {
		Head head = copy.head();
		Duration age = head.age(now);
		Freshness freshness = copy.freshness(lookup.policy());
		if (!isGood(lookup, age, freshness)) {
			return null;
		}
		return Reply.Found.of(head, copy.length(), now, CacheStatus.hit(freshness.ttl(age)), new SmallBody(copy));
	}

	private @Nullable Reply open(Lookup lookup, Instant now) {
		StoredObject copy = this.shelf.leaseOpen(lookup.key());
		if (copy == null) {
			return null;
		}
		Reply reply = of(lookup, copy, now);
		if (reply != null && lookup.portion().isAll()) {
			this.shelf.small().take(copy);
		}
		if (reply == null || reply.body() == Body.EMPTY) {
			copy.release();
		}
		return reply;
	}

	private static @Nullable Reply of(Lookup lookup, StoredObject copy, Instant now) {
		Head head = copy.head();
		Duration age = head.age(now);
		Freshness freshness = copy.freshness(lookup.policy());
		if (!isGood(lookup, age, freshness) || !isThere(lookup.portion(), copy)) {
			return null;
		}
		return Reply.Found.of(head, copy.slices().length(), now, CacheStatus.hit(freshness.ttl(age)),
				lookup.portion().equals(Portion.NONE) ? Body.EMPTY : new SlicedBody(copy));
	}

	private static boolean isGood(Lookup lookup, Duration age, Freshness freshness) {
		return freshness.isFresh(age)
				&& (!lookup.policy().heedsClients() || lookup.client().wishes().accept(age, freshness));
	}

	private static boolean isThere(Portion portion, StoredObject copy) {
		long length = copy.slices().length();
		long first = portion.first(length);
		long end = portion.end(length);
		return first >= end || (copy.slices().ready(first, end) instanceof Span span && span.length() == end - first);
	}

}
