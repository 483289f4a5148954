package cellar.catalog.eustore;

import java.util.ArrayList;
import java.util.List;

/**
 * What is noticed while an entry is read.
 */
class Findings {

	private final List<String> reasons = new ArrayList<>();

	private boolean repaired;

	private boolean refused;

	void note(String reason) {
		this.reasons.add(reason);
	}

	void repair(String reason) {
		this.repaired = true;
		this.reasons.add(reason);
	}

	void refuse(String reason) {
		this.refused = true;
		this.reasons.addFirst(reason);
	}

	boolean isRefused() {
		return this.refused;
	}

	boolean isRepaired() {
		return this.repaired;
	}

	/**
	 * Returns everything that was noticed, what refuses the entry first.
	 * @return whole sentences
	 */
	List<String> reasons() {
		return List.copyOf(this.reasons);
	}

}
