package cellar.gateway.store;

import java.nio.ByteBuffer;

import cellar.gateway.freshness.Freshness;
import cellar.gateway.freshness.FreshnessPolicy;
import cellar.gateway.head.Head;
import cellar.gateway.head.Judgement;

/**
 * A copy that is in memory whole.
 */
public final class SmallCopy {

	private final Judgement judgement = new Judgement();

	private final Head head;

	private final ByteBuffer bytes;

	SmallCopy(Head head, ByteBuffer bytes) {
		this.head = head;
		this.bytes = bytes.asReadOnlyBuffer();
	}

	public Head head() {
		return this.head;
	}

	/**
	 * Returns what its head allows.
	 * @param policy what holds where it says nothing
	 * @return what is allowed
	 */
	public Freshness freshness(FreshnessPolicy policy) {
		return this.judgement.of(this.head, policy);
	}

	/**
	 * Returns its bytes.
	 * @return all of them, in a buffer that is the caller's to move in
	 */
	public ByteBuffer bytes() {
		return this.bytes.duplicate();
	}

	public int length() {
		return this.bytes.limit();
	}

}
