package cellar.provisioning.launch;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, and by whom. It never changes.
 *
 * @param owner who asked
 * @param idempotencyKey the key that came with the request, if any
 * @param cloud where to launch
 * @param image id of the image
 * @param request the whole request, as JSON
 * @param requestHash fingerprint of the request
 */
@Embeddable
record Commission(String owner, @Nullable String idempotencyKey, String cloud, String image, String request,
		String requestHash) {

	LaunchRequest read() {
		return RequestJson.read(this.request, LaunchRequest.class);
	}

	/**
	 * Whether this came with a request.
	 * @param fingerprint the fingerprint of the request
	 * @return whether it did
	 */
	boolean isFor(String fingerprint) {
		return this.requestHash.equals(fingerprint);
	}

}
