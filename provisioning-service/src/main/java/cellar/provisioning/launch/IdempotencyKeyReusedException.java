package cellar.provisioning.launch;

import java.util.UUID;

/**
 * Thrown when an idempotency key was sent with another request before.
 */
class IdempotencyKeyReusedException extends RuntimeException {

	IdempotencyKeyReusedException(String key, UUID launch) {
		super("Idempotency key '" + key + "' was used for launch '" + launch
				+ "' with another body; send a new key for a new launch");
	}

}
