package cellar.gateway.origin;

import java.io.IOException;

/**
 * An origin gave no usable answer to a request for a part of an object.
 */
public class OriginFailedException extends IOException {

	private final transient OriginAnswer.Failure failure;

	public OriginFailedException(OriginAnswer.Failure failure) {
		super("The origin failed: %s, status %d".formatted(failure.kind(), failure.status()));
		this.failure = failure;
	}

	public OriginAnswer.Failure failure() {
		return this.failure;
	}

}
