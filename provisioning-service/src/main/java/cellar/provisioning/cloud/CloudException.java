package cellar.provisioning.cloud;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a cloud did not do what it was asked for, or may not have done it.
 */
public class CloudException extends RuntimeException {

	private final Kind kind;

	private final String code;

	public CloudException(Kind kind, String code, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.kind = kind;
		this.code = code;
	}

	public Kind kind() {
		return this.kind;
	}

	/**
	 * Returns what the cloud calls it.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	public boolean is(Kind kind) {
		return this.kind == kind;
	}

	public boolean isTransient() {
		return this.kind == Kind.BUSY || this.kind == Kind.THROTTLED || this.kind == Kind.UNREACHED
				|| this.kind == Kind.UNCERTAIN;
	}

	/**
	 * What happened.
	 */
	public enum Kind {

		/** Too many calls of ours are under way; nothing was sent. */
		BUSY,

		/** The cloud wants fewer calls; it did nothing. */
		THROTTLED,

		/** There was no connection; nothing was sent. */
		UNREACHED,

		/** The answer is lost, late or an internal error: the cloud may have done it. */
		UNCERTAIN,

		/** The cloud does not accept our credentials, or not for this. */
		UNAUTHORIZED,

		/** The cloud has no room, or none for this account. */
		CAPACITY,

		/** It exists already. */
		DUPLICATE,

		/** It does not exist, or not yet. */
		NOT_FOUND,

		/** Something else needs it. */
		IN_USE,

		/** What the token made is gone. */
		TOKEN_SPENT,

		/** The token was used for other parameters. */
		TOKEN_MISMATCH,

		/** The cloud will never do it. */
		REFUSED

	}

}
