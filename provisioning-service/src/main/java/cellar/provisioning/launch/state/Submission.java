package cellar.provisioning.launch.state;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.order.RequestJson;

/**
 * What was asked for, and by whom. It never changes.
 *
 * @param owner who asked
 * @param idempotencyKey the key that came with the request, if any
 * @param cloud where to launch
 * @param image id of the image
 * @param request the whole order, as JSON
 * @param requestHash fingerprint of the request
 */
@Embeddable
public record Submission(String owner, @Nullable String idempotencyKey, String cloud, String image, String request,
		String requestHash) {

	/**
	 * Writes down what was asked for.
	 * @param owner who asked
	 * @param idempotencyKey the key that came with the request, if any
	 * @param order what the request orders
	 * @param fingerprint what tells the request from others
	 * @return the submission
	 */
	public static Submission of(String owner, @Nullable String idempotencyKey, LaunchOrder order, String fingerprint) {
		return new Submission(owner, idempotencyKey, order.cloud(), order.image(), RequestJson.write(order),
				fingerprint);
	}

	public LaunchOrder order() {
		return RequestJson.read(this.request, LaunchOrder.class);
	}

	/**
	 * Whether this came with a request.
	 * @param fingerprint the fingerprint of the request
	 * @return whether it did
	 */
	public boolean isFor(String fingerprint) {
		return this.requestHash.equals(fingerprint);
	}

}
