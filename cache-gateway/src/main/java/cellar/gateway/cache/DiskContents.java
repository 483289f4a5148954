package cellar.gateway.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks after what is on disk.
 */
class DiskContents implements Contents {

	private final Shelf shelf;

	private final NegativeCache negatives;

	private final Fetches fetches;

	DiskContents(Shelf shelf, NegativeCache negatives, Fetches fetches) {
		this.shelf = shelf;
		this.negatives = negatives;
		this.fetches = fetches;
	}

	@Override
	public Figures figures() {
		return this.shelf.figures(this.fetches.count());
	}

	@Override
	public Page list(Selection selection, int page, int size) {
		List<StoredObject> all = this.shelf.index()
			.select(selection)
			.stream()
			.map(Entry::object)
			.sorted(Comparator.comparing((StoredObject object) -> object.key().route())
				.thenComparing((object) -> object.key().object()))
			.toList();
		List<Item> items = all.stream()
			.skip((long) page * size)
			.limit(size)
			.map((object) -> new Item(object.key().route(), object.key().object(), object.length(),
					object.receivedAt()))
			.toList();
		return new Page(items, all.size());
	}

	@Override
	public int purge(Selection selection) {
		Set<Key> purged = new HashSet<>(this.fetches.purge(selection));
		this.negatives.remove(selection);
		List<Entry> entries = this.shelf.index().select(selection);
		entries.forEach((entry) -> {
			this.shelf.drop(entry);
			purged.add(entry.object().key());
		});
		try {
			this.shelf.store().syncDeletions();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Purged entries may come back after a crash", ex);
		}
		if (!entries.stream().allMatch((entry) -> this.shelf.store().isGone(entry.object()))) {
			throw new IllegalStateException("Some purged entries cannot be deleted and may come back after a restart");
		}
		return purged.size();
	}

}
