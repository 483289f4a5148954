package cellar.gateway.slice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.jspecify.annotations.Nullable;

import cellar.gateway.disk.SliceTable;

/**
 * Which slices to ask the origin for, and in which order: first those that somebody waits
 * for, then those that somebody will want soon, none of them twice. It only decides; it
 * is guarded by the lock of whoever asks.
 */
final class FetchPlan {

	/**
	 * How far behind the slice on its way another may be, and still be worth waiting for.
	 */
	private static final int NEAR = 1;

	private final List<Stretch> running = new ArrayList<>();

	/** Slices that somebody waits for, each with the end of what he wants. */
	private final SequencedMap<Integer, Integer> waiting = new LinkedHashMap<>();

	private final SliceTable slices;

	private final FillLimits limits;

	FetchPlan(SliceTable slices, FillLimits limits) {
		this.slices = slices;
		this.limits = limits;
	}

	/**
	 * Returns who brings a slice.
	 * @param slice the slice
	 * @return the stretch, or {@code null} if there is none
	 */
	@Nullable Stretch bringing(int slice) {
		for (Stretch stretch : this.running) {
			if (stretch.brings(slice)) {
				return stretch;
			}
		}
		return null;
	}

	/**
	 * Sees to it that a slice comes for which somebody waits.
	 * @param slice a slice that is absent
	 * @param end the first slice that the one who waits does not want
	 * @return the stretch to start, or {@code null} if there is none to start now
	 */
	@Nullable Stretch want(int slice, int end) {
		Stretch bringing = bringing(slice);
		if (bringing != null && slice - bringing.current() <= NEAR) {
			return null;
		}
		if (this.running.size() >= this.limits.parallel()) {
			this.waiting.merge(slice, end, Math::max);
			makeWay();
			return null;
		}
		return start(slice, end);
	}

	/**
	 * Takes in slices that are on their way already, before anybody has asked for one.
	 * @param first the first of them
	 * @param end the first slice after them
	 * @return the stretch that brings them
	 */
	Stretch begun(int first, int end) {
		Stretch stretch = new Stretch(first, end, this.slices.start(first));
		this.running.add(stretch);
		return stretch;
	}

	/**
	 * Lets a stretch go on as far as something is missing, because its origin gives that
	 * in any case. Once it was cut, or while others wait, it does not.
	 * @param stretch the stretch
	 * @param asked where it ended
	 * @return where it ends if it is not cut
	 */
	int extend(Stretch stretch, int asked) {
		if (stretch.end() != asked || !this.waiting.isEmpty()) {
			return asked;
		}
		int reach = asked;
		while (reach < this.slices.count() && isMissing(reach)) {
			reach++;
		}
		stretch.extend(reach);
		return reach;
	}

	/** Lets those end soon that bring what nobody waits for yet. */
	private void makeWay() {
		this.running.forEach((stretch) -> stretch.cut(stretch.current() + NEAR + 1));
	}

	private Stretch start(int slice, int end) {
		Stretch bringing = bringing(slice);
		if (bringing != null) {
			bringing.cut(slice);
		}
		Stretch stretch = new Stretch(slice, reach(slice, end), this.slices.start(slice));
		this.running.add(stretch);
		return stretch;
	}

	private int reach(int slice, int end) {
		// Whoever else waits gets his turn soon.
		int stretch = this.waiting.isEmpty() ? this.limits.stretch() : Math.min(this.limits.stretch(), NEAR + 1);
		int most = Math.min(Math.min(end, this.slices.count()), slice + stretch);
		int reach = slice + 1;
		while (reach < most && isMissing(reach)) {
			reach++;
		}
		return reach;
	}

	private boolean isMissing(int slice) {
		return !this.slices.isPresent(slice) && bringing(slice) == null;
	}

	/**
	 * Looks for a slice that a reader will want soon.
	 * @param slice the slice that he is at
	 * @param end the first slice that he does not want
	 * @return the stretch to start, or {@code null} if there is none to start now
	 */
	@Nullable Stretch ahead(int slice, int end) {
		if (this.running.size() >= this.limits.parallel() || !this.waiting.isEmpty()) {
			return null;
		}
		int most = Math.min(Math.min(end, this.slices.count()), slice + 1 + this.limits.readAhead());
		for (int next = slice; next < most; next++) {
			if (isMissing(next)) {
				return start(next, end);
			}
		}
		return null;
	}

	/**
	 * Takes out a stretch that has ended.
	 * @param stretch the stretch
	 * @return the stretch to start in its place, or {@code null} if nobody waits
	 */
	@Nullable Stretch ended(Stretch stretch) {
		this.running.remove(stretch);
		while (this.running.size() < this.limits.parallel() && !this.waiting.isEmpty()) {
			Map.Entry<Integer, Integer> wish = this.waiting.pollFirstEntry();
			Stretch next = this.slices.isPresent(wish.getKey()) ? null : want(wish.getKey(), wish.getValue());
			if (next != null) {
				return next;
			}
		}
		return null;
	}

	/**
	 * Gives up what nobody wants any more.
	 * @param readers who is left
	 */
	void keepFor(Collection<SliceReader> readers) {
		this.waiting.keySet().removeIf((slice) -> !isWanted(slice, slice + 1, readers));
		for (Stretch stretch : this.running) {
			if (!isWanted(stretch.current(), stretch.end(), readers)) {
				stretch.stop();
			}
		}
	}

	private boolean isWanted(int first, int end, Collection<SliceReader> readers) {
		long from = this.slices.start(first);
		long until = this.slices.start(end);
		return readers.stream().anyMatch((reader) -> reader.wants(from, until));
	}

	/** Lets everything end at once, because nobody waits any more. */
	void stop() {
		this.waiting.clear();
		this.running.forEach(Stretch::stop);
	}

	boolean isIdle() {
		return this.running.isEmpty();
	}

}
