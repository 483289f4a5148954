package cellar.gateway.cache;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the files, the index over them and the space they take in step.
 */
class Shelf {

	private static final Logger logger = LoggerFactory.getLogger(Shelf.class);

	private final AtomicLong spills = new AtomicLong();

	private final DiskStore store;

	private final Index index;

	private final DiskBudget budget;

	Shelf(DiskStore store, Index index, long minFree) {
		this.store = store;
		this.index = index;
		this.budget = new DiskBudget(index, store, minFree);
	}

	/**
	 * Takes over what an earlier process left.
	 * @throws IOException if the directory cannot be read
	 */
	void restore() throws IOException {
		for (StoredObject object : new StoreScan(this.store).run()) {
			Entry entry = Entry.found(object);
			if (this.budget.adopt(entry.footprint())) {
				this.index.put(entry, entry.footprint());
			}
			else {
				this.store.delete(object);
			}
		}
		this.budget.keepFloor();
	}

	DiskStore store() {
		return this.store;
	}

	Index index() {
		return this.index;
	}

	/**
	 * Promises space to a fill.
	 * @param length bytes of the body, or -1 if unknown
	 * @param recordSize bytes of the record
	 * @return the promise, or {@code null} if there is no space
	 */
	@Nullable Reservation reserve(long length, int recordSize) {
		long bytes = Entry.footprint(Math.max(length, 0), recordSize);
		return this.budget.reserve(bytes) ? new Reservation(this.budget, this.store.newGeneration(), recordSize, bytes)
				: null;
	}

	void add(StoredObject object, Reservation reservation) throws IOException {
		this.store.commit(object);
		this.store.removing(() -> {
			Entry replaced = this.index.put(Entry.written(object), reservation.hand());
			return (replaced != null) ? List.of(replaced) : List.of();
		});
	}

	void renew(Entry base, Entry renewed) {
		try {
			this.store.write(renewed.object());
		}
		catch (IOException ex) {
			logger.atWarn().setCause(ex).log("Renewed headers cannot be stored");
		}
		if (!this.index.replace(base, renewed)) {
			this.store.delete(renewed.object());
		}
	}

	void drop(Entry entry) {
		this.store.removing(() -> {
			this.index.remove(entry);
			return List.of(entry);
		});
	}

	void countSpill() {
		this.spills.incrementAndGet();
	}

	Contents.Figures figures(int fills) {
		return this.index.figures(fills, this.spills.get());
	}

}
