package cellar.catalog.agenda;

import java.util.UUID;

/**
 * Thrown when a planned publication cannot be looked at or called off.
 */
class AgendaException extends RuntimeException {

	private final Reason reason;

	AgendaException(Reason reason, UUID id) {
		super(reason.message.formatted(id));
		this.reason = reason;
	}

	Reason reason() {
		return this.reason;
	}

	/**
	 * What stands in the way.
	 */
	enum Reason {

		/** There is no such plan. */
		UNKNOWN("Planned publication '%s' not found"),

		/** It is under way already. */
		SETTLED("The time of planned publication '%s' has come already; look at the publication");

		private final String message;

		Reason(String message) {
			this.message = message;
		}

	}

}
