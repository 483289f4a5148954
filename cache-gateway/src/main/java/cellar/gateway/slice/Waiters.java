package cellar.gateway.slice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;

/**
 * Readers that wait for bytes which are not there yet. They hold no thread, and are woken
 * by whoever changes something, after he has let go of his lock.
 */
public final class Waiters {

	private final Map<Integer, List<Waiter>> bySlice = new HashMap<>();

	public CompletableFuture<Void> add(int slice, long position) {
		Waiter waiter = new Waiter(position, new CompletableFuture<>());
		this.bySlice.computeIfAbsent(slice, (_) -> new ArrayList<>()).add(waiter);
		return waiter.woken();
	}

	/**
	 * Takes out those who can go on.
	 * @param slice the slice that some more bytes of have come
	 * @param written offset up to which bytes are there
	 * @return whom to wake
	 */
	public List<CompletableFuture<Void>> reached(int slice, long written) {
		List<Waiter> all = this.bySlice.get(slice);
		if (all == null) {
			return List.of();
		}
		List<CompletableFuture<Void>> reached = new ArrayList<>();
		Iterator<Waiter> each = all.iterator();
		while (each.hasNext()) {
			Waiter waiter = each.next();
			if (waiter.position() < written) {
				reached.add(waiter.woken());
				each.remove();
			}
		}
		if (all.isEmpty()) {
			this.bySlice.remove(slice);
		}
		return reached;
	}

	/**
	 * Takes out all who wait for some slices.
	 * @param slices which
	 * @return whom to wake
	 */
	public List<CompletableFuture<Void>> removeAll(IntPredicate slices) {
		List<CompletableFuture<Void>> removed = new ArrayList<>();
		this.bySlice.entrySet().removeIf((entry) -> {
			boolean chosen = slices.test(entry.getKey());
			if (chosen) {
				entry.getValue().forEach((waiter) -> removed.add(waiter.woken()));
			}
			return chosen;
		});
		return removed;
	}

	/**
	 * Takes out somebody who has gone.
	 * @param gone what he would have been woken by
	 */
	void forget(CompletableFuture<Void> gone) {
		this.bySlice.values().forEach((waiters) -> waiters.removeIf((waiter) -> waiter.woken() == gone));
	}

	private record Waiter(long position, CompletableFuture<Void> woken) {

	}

}
