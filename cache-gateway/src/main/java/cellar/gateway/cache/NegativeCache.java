package cellar.gateway.cache;

import java.time.Instant;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;

import cellar.gateway.index.Key;
import cellar.gateway.index.Selection;

/**
 * What is known not to exist, for a short while and in memory only.
 */
class NegativeCache {

	private static final int BOUND = 10_000;

	private final LinkedHashMap<Key, Absence> absences = new LinkedHashMap<>();

	synchronized @Nullable Absence get(Key key, Instant now) {
		Absence absence = this.absences.get(key);
		return (absence != null && now.isBefore(absence.until())) ? absence : null;
	}

	synchronized void put(Key key, Absence absence) {
		this.absences.remove(key);
		this.absences.put(key, absence);
		if (this.absences.size() > BOUND) {
			this.absences.pollFirstEntry();
		}
	}

	synchronized void remove(Selection selection) {
		this.absences.keySet().removeIf(selection::matches);
	}

	/**
	 * One object that is not there.
	 *
	 * @param code 404 or 410
	 * @param until when that is to be asked again
	 */
	record Absence(int code, Instant until) {

	}

}
