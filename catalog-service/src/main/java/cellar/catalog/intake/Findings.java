package cellar.catalog.intake;

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

	Outcome outcome() {
		if (this.refused) {
			return Outcome.REFUSED;
		}
		return this.repaired ? Outcome.REPAIRED : Outcome.TAKEN;
	}

	List<String> reasons() {
		return List.copyOf(this.reasons);
	}

}
