package cellar.catalog.eustore;

import java.util.ArrayList;
import java.util.List;

/**
 * What is noticed while an entry is read.
 */
public class Findings {

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

	/**
	 * Notes what keeps the entry from being an image.
	 * @param reason what is wrong
	 */
	public void refuse(String reason) {
		this.refused = true;
		this.reasons.addFirst(reason);
	}

	/**
	 * Tells whether anything keeps the entry from being an image.
	 * @return whether it is refused
	 */
	public boolean isRefused() {
		return this.refused;
	}

	/**
	 * Returns what the findings amount to.
	 * @return the outcome
	 */
	public Outcome outcome() {
		if (this.refused) {
			return Outcome.REFUSED;
		}
		return this.repaired ? Outcome.REPAIRED : Outcome.TAKEN;
	}

	/**
	 * Returns everything that was noticed, what refuses the entry first.
	 * @return whole sentences
	 */
	public List<String> reasons() {
		return List.copyOf(this.reasons);
	}

}
