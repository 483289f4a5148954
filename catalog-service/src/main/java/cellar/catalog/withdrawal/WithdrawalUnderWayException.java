package cellar.catalog.withdrawal;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when some reader may still get an image that was withdrawn.
 */
class WithdrawalUnderWayException extends RuntimeException {

	WithdrawalUnderWayException(@Nullable String reason) {
		super((reason != null) ? reason : "it takes longer than usual");
	}

}
