package cellar.gateway.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cellar.gateway.fetch.Fetches;
import cellar.gateway.fetch.NegativeCache;
import cellar.gateway.fetch.SmallAnswers;
import cellar.gateway.head.Head;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;
import cellar.gateway.index.Key;
import cellar.gateway.index.Selection;
import cellar.gateway.store.Shelf;
import cellar.gateway.store.ShelfFigures;

/**
 * Looks after what is on disk.
 */
class DiskContents implements Contents {

	private final Shelf shelf;

	private final NegativeCache negatives;

	private final Fetches fetches;

	private final SmallAnswers answers;

	DiskContents(Shelf shelf, NegativeCache negatives, SmallAnswers answers, Fetches fetches) {
		this.answers = answers;
		this.shelf = shelf;
		this.negatives = negatives;
		this.fetches = fetches;
	}

	@Override
	public Figures figures() {
		ShelfFigures figures = this.shelf.figures();
		Index.Figures index = figures.index();
		return new Figures(index.entries(), index.bytes(), index.reservedBytes(), index.maxBytes(),
				this.fetches.count() + figures.tasks(), index.evictions(), figures.refusals(), figures.scrubbedBytes(),
				figures.badSlices());
	}

	@Override
	public Page list(Selection selection, int page, int size) {
		List<Entry> all = this.shelf.select(selection)
			.stream()
			.sorted(Comparator.comparing((Entry entry) -> entry.key().space().route())
				.thenComparing((entry) -> entry.key().object()))
			.toList();
		List<Item> items = all.stream()
			.skip((long) page * size)
			.limit(size)
			.map(this::item)
			.filter(Objects::nonNull)
			.toList();
		return new Page(items, all.size());
	}

	private @Nullable Item item(Entry entry) {
		Head head = this.shelf.describe(entry);
		return (head != null)
				? new Item(entry.key().space().route(), entry.key().object(), entry.length(), head.receivedAt()) : null;
	}

	@Override
	public int purge(Selection selection) {
		Set<Key> purged = new HashSet<>(this.fetches.purge(selection));
		this.negatives.remove(selection);
		this.answers.remove(selection);
		try {
			purged.addAll(this.shelf.purge(selection));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Purged entries may come back after a restart", ex);
		}
		return purged.size();
	}

}
