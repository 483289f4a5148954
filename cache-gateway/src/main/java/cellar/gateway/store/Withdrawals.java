package cellar.gateway.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.Deletions;
import cellar.gateway.index.Entry;
import cellar.gateway.index.Index;

/**
 * Takes copies out: first of the index, so that nobody finds them, then off the disk, so
 * that no restart does, and last out of use. Current readers can finish.
 */
final class Withdrawals {

	private final Index index;

	private final Deletions deletions;

	private final OpenObjects open;

	Withdrawals(Index index, Deletions deletions, OpenObjects open) {
		this.index = index;
		this.deletions = deletions;
		this.open = open;
	}

	/**
	 * Takes a copy out.
	 * @param entry its entry
	 * @return whether it was there
	 */
	boolean withdraw(Entry entry) {
		return withdraw(() -> this.index.remove(entry) ? List.of(entry) : null);
	}

	/**
	 * Takes several copies out.
	 * @param removal takes them out of the index and returns them, or {@code null} if it
	 * cannot
	 * @return whether it could
	 */
	boolean withdraw(Supplier<@Nullable List<Entry>> removal) {
		List<Entry> removed = new ArrayList<>();
		boolean done = this.deletions.delete(() -> {
			List<Entry> entries = removal.get();
			if (entries == null) {
				return null;
			}
			removed.addAll(entries);
			return entries.stream().map(Entry::file).toList();
		});
		removed.forEach(this.open::retire);
		return done;
	}

	/**
	 * Makes sure that no crash brings back what was taken out.
	 * @throws IOException if one may; it can be tried again
	 */
	void sync() throws IOException {
		this.deletions.sync();
	}

}
