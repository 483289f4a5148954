package cellar.gateway.head;

import org.jspecify.annotations.Nullable;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.freshness.FreshnessPolicy;

/**
 * What a head allows, remembered for whoever asks the same again. Two who ask at once may
 * both work it out.
 */
public final class Judgement {

	private volatile @Nullable Answer last;

	/**
	 * Works out what is allowed.
	 * @param head the head
	 * @param policy what holds where it says nothing
	 * @return what is allowed
	 */
	public Freshness of(Head head, FreshnessPolicy policy) {
		Answer known = this.last;
		if (known == null || known.head() != head || known.policy() != policy) {
			known = new Answer(head, policy, Freshness.of(head.headers(), policy));
			this.last = known;
		}
		return known.freshness();
	}

	private record Answer(Head head, FreshnessPolicy policy, Freshness freshness) {

	}

}
