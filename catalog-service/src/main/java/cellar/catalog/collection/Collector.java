package cellar.catalog.collection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.catalog.store.Buckets;
import cellar.catalog.store.MultipartStore;
import cellar.catalog.store.ObjectLister;
import cellar.catalog.store.ObjectStore;
import cellar.catalog.store.StoreException;

/**
 * Searches the store, and removes what nothing names: first it is marked, while no image
 * can get content, and what is marked goes. Every step may be repeated.
 */
@Component
class Collector {

	private static final Logger logger = LoggerFactory.getLogger(Collector.class);

	/** How much of each kind a search lists. It counts all. */
	private static final int LISTED = 1000;

	/** So many may always go. */
	private static final int FEW = 10;

	private static final Duration KEPT_FOR = Duration.ofDays(90);

	private final CollectionRecords records;

	private final Survey survey;

	private final ObjectStore store;

	private final MultipartStore parts;

	private final Buckets buckets;

	private final CollectionProperties properties;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Collector(CollectionRecords records, Survey survey, ObjectStore store, MultipartStore parts, Buckets buckets,
			CollectionProperties properties, TransactionTemplate transaction, Clock clock) {
		this.records = records;
		this.survey = survey;
		this.store = store;
		this.parts = parts;
		this.buckets = buckets;
		this.properties = properties;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Brings a search to its end.
	 * @param id the search
	 */
	void collect(UUID id) {
		Optional<CollectionDocument> search = this.transaction.execute((status) -> this.records.find(id));
		try {
			search.filter((found) -> found.state() == CollectionDocument.State.RUNNING).ifPresent(this::collect);
		}
		catch (StoreException ex) {
			tell(() -> this.records.failed(id, String.valueOf(ex.getMessage())));
			throw ex;
		}
	}

	private void collect(CollectionDocument search) {
		UUID id = search.id();
		// What an earlier attempt has marked was judged for good.
		removeMarked(id);
		tell(() -> this.records.begin(id));
		Instant before = this.clock.instant().minus(this.properties.minAge());
		Optional<String> doubt = look(id, before);
		if (!search.dryRun() && doubt.isPresent() && !isForced(id)) {
			tell(() -> this.records.finish(id, CollectionDocument.State.REFUSED, doubt.get(), this.clock.instant()));
			logger.atWarn()
				.addKeyValue("collection", id)
				.addKeyValue("reason", doubt.get())
				.log("Nothing is collected");
			return;
		}
		if (!search.dryRun()) {
			for (String bucket : this.buckets.all()) {
				this.survey.walk(bucket, before, new Tally(), (portion) -> remove(id, bucket, portion.due()));
			}
			tell(() -> this.records.dropDue(id));
		}
		tell(() -> {
			this.records.finish(id, CollectionDocument.State.COMPLETED, null, this.clock.instant());
			this.records.forget(this.clock.instant().minus(KEPT_FOR));
		});
	}

	private Optional<String> look(UUID id, Instant before) {
		Tally total = new Tally();
		List<String> doubts = new ArrayList<>();
		for (String bucket : this.buckets.all()) {
			Tally tally = new Tally();
			this.survey.walk(bucket, before, tally, (portion) -> list(id, bucket, portion, tally));
			total.add(tally);
			if (tally.due() > Math.max(tally.named(), FEW)) {
				doubts.add(("%d objects of bucket '%s' would go and %d stay, as if it were that of another database; "
						+ "look at what is due, and send 'force=true' if it may go")
					.formatted(tally.due(), bucket, tally.named()));
			}
		}
		tell(() -> this.records.count(id, total));
		return doubts.stream().findFirst();
	}

	private boolean isForced(UUID id) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> this.records.isForced(id)));
	}

	private void list(UUID id, String bucket, Survey.Portion portion, Tally tally) {
		tell(() -> {
			this.records.keep(id, bucket, first(portion.due(), tally.due()), Found.Outcome.DUE);
			this.records.keep(id, bucket, first(portion.unknown(), tally.unknown()), Found.Outcome.UNKNOWN);
		});
	}

	private static List<ObjectLister.Entry> first(List<ObjectLister.Entry> entries, long counted) {
		long listed = counted - entries.size();
		return entries.stream().limit(Math.max(0, LISTED - listed)).toList();
	}

	private void remove(UUID id, String bucket, List<ObjectLister.Entry> due) {
		if (due.isEmpty()) {
			return;
		}
		tell(() -> {
			this.records.lock();
			this.records.keep(id, bucket, this.survey.stillUnnamed(bucket, due), Found.Outcome.MARKED);
		});
		removeMarked(id);
	}

	private void removeMarked(UUID id) {
		List<Found> marked = marked(id);
		while (!marked.isEmpty()) {
			marked.forEach(this::remove);
			marked = marked(id);
		}
	}

	private List<Found> marked(UUID id) {
		return this.transaction.execute((status) -> this.records.finds(id, Found.Outcome.MARKED, 0, LISTED));
	}

	private void remove(Found marked) {
		if (marked.multipartId() != null) {
			this.parts.abort(marked.objectKey(), marked.multipartId());
		}
		else {
			this.store.delete(marked.bucket(), marked.objectKey());
		}
		tell(() -> this.records.removed(marked.id()));
		logger.atInfo()
			.addKeyValue("bucket", marked.bucket())
			.addKeyValue("key", marked.objectKey())
			.addKeyValue("size", marked.size())
			.log("Object that nothing names is removed");
	}

	private void tell(Runnable step) {
		this.transaction.executeWithoutResult((status) -> step.run());
	}

}
