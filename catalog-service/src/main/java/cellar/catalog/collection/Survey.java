package cellar.catalog.collection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import cellar.catalog.store.ObjectLister;

/**
 * Walks through buckets, and holds one portion at a time.
 */
@Component
class Survey {

	private final ObjectLister lister;

	private final NamedObjects names;

	private final TransactionTemplate transaction;

	Survey(ObjectLister lister, NamedObjects names, TransactionTemplate transaction) {
		this.lister = lister;
		this.names = names;
		this.transaction = transaction;
	}

	/**
	 * Looks at everything in a bucket.
	 * @param bucket one of our buckets
	 * @param before what is younger stays
	 * @param tally counts it
	 * @param finding is told of each portion
	 */
	void walk(String bucket, Instant before, Tally tally, Consumer<Portion> finding) {
		ObjectLister.@Nullable Place next = null;
		do {
			ObjectLister.Portion objects = this.lister.objects(bucket, next);
			finding.accept(judge(bucket, objects.entries(), before, tally));
			next = objects.next();
		}
		while (next != null);
		do {
			ObjectLister.Portion uploads = this.lister.uploads(bucket, next);
			finding.accept(judge(bucket, uploads.entries(), before, tally));
			next = uploads.next();
		}
		while (next != null);
	}

	/**
	 * Looks once more whether nothing names what was found.
	 * @param bucket where that is
	 * @param due what was found
	 * @return those that nothing names
	 */
	List<ObjectLister.Entry> stillUnnamed(String bucket, List<ObjectLister.Entry> due) {
		Map<String, Standing> standings = standings(bucket, due);
		return due.stream().filter((entry) -> standings.get(entry.key()) == Standing.UNNAMED).toList();
	}

	private Portion judge(String bucket, List<ObjectLister.Entry> entries, Instant before, Tally tally) {
		Map<String, Standing> standings = this.transaction.execute((status) -> standings(bucket, entries));
		List<ObjectLister.Entry> due = new ArrayList<>();
		List<ObjectLister.Entry> unknown = new ArrayList<>();
		for (ObjectLister.Entry entry : entries) {
			switch (standing(standings.get(entry.key()))) {
				case NAMED -> tally.addNamed();
				case UNNAMED -> {
					if (entry.modifiedAt().isBefore(before)) {
						tally.addDue(entry.size());
						due.add(entry);
					}
					else {
						tally.addYoung();
					}
				}
				case UNKNOWN -> {
					tally.addUnknown(entry.size());
					unknown.add(entry);
				}
			}
		}
		return new Portion(due, unknown);
	}

	private Map<String, Standing> standings(String bucket, List<ObjectLister.Entry> entries) {
		boolean uploads = !entries.isEmpty() && entries.getFirst().multipartId() != null;
		List<String> keys = entries.stream().map(ObjectLister.Entry::key).distinct().toList();
		return uploads ? this.names.unfinished(bucket, keys) : this.names.standings(bucket, keys);
	}

	private static Standing standing(@Nullable Standing found) {
		return (found != null) ? found : Standing.UNKNOWN;
	}

	/**
	 * What is to be told of a portion.
	 *
	 * @param due what nothing names
	 * @param unknown what is not ours
	 */
	record Portion(List<ObjectLister.Entry> due, List<ObjectLister.Entry> unknown) {

	}

}
