package cellar.provisioning.launch.effect;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * Something that a launch makes in its cloud. It is written down before it is made.
 *
 * @param kind what it is
 * @param name the name that we give it, or the id where the cloud gives that
 * @param cloudId its id in the cloud, once known
 * @param state whether it is there
 * @param detail why it is still there
 * @param calls how often it was about to be asked for
 * @param emptyLookups how often the cloud did not show it when it was to be taken back
 */
@Embeddable
public record Resource(@Enumerated(EnumType.STRING) Kind kind, String name, @Nullable String cloudId,
		@Enumerated(EnumType.STRING) State state, @Nullable String detail, int calls, int emptyLookups) {

	static Resource intend(Kind kind, String name) {
		return new Resource(kind, name, null, State.INTENDED, null, 1, 0);
	}

	Resource made(@Nullable String id) {
		return new Resource(this.kind, this.name, id, State.MADE, null, this.calls, 0);
	}

	Resource with(State changed, @Nullable String why) {
		return new Resource(this.kind, this.name, this.cloudId, changed, why, this.calls, this.emptyLookups);
	}

	Resource withCall() {
		return new Resource(this.kind, this.name, this.cloudId, this.state, this.detail, this.calls + 1,
				this.emptyLookups);
	}

	Resource withEmptyLookup() {
		return new Resource(this.kind, this.name, this.cloudId, this.state, this.detail, this.calls,
				this.emptyLookups + 1);
	}

	/**
	 * Whether nobody knows that it was made. It may still turn up, and more than once
	 * where it was asked for more than once.
	 * @return whether that is so
	 */
	public boolean isInDoubt() {
		return this.state == State.INTENDED;
	}

	boolean isOpen() {
		return this.state == State.INTENDED || this.state == State.MADE;
	}

	/**
	 * What a launch makes.
	 */
	public enum Kind {

		/** A key pair. */
		KEY_PAIR,

		/** A security group. */
		SECURITY_GROUP,

		/** A machine. */
		INSTANCE,

		/** Machines that nobody has seen, by the token that may have made them. */
		CLIENT_TOKEN

	}

	/**
	 * Whether it is there.
	 */
	public enum State {

		/** It may be there. */
		INTENDED,

		/** It is there. */
		MADE,

		/** It is gone, or was never made. */
		DELETED,

		/** It is left behind. */
		LEFT,

		/** It may be left behind; nobody could tell. */
		UNKNOWN

	}

}
