package cellar.provisioning.launch.effect;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

import cellar.provisioning.instance.RunRequest;
import cellar.provisioning.launch.order.RequestJson;

/**
 * One token and all that is ever sent with it.
 *
 * @param clientToken the token
 * @param request what is sent, as JSON
 * @param requestHash SHA-256 of the request in hex
 * @param intendedAt when it was written down
 * @param status what is known about it
 * @param calls how often it was about to be sent
 * @param lastCallAt when it was about to be sent last
 * @param emptyLookups how often the cloud showed nothing of it since
 * @param reservationId what the cloud made of it
 */
@Embeddable
public record Attempt(String clientToken, String request, String requestHash, Instant intendedAt,
		@Enumerated(EnumType.STRING) Status status, int calls, @Nullable Instant lastCallAt, int emptyLookups,
		@Nullable String reservationId) {

	public static Attempt intend(String clientToken, RunRequest request, Instant now) {
		String json = RequestJson.write(request);
		return new Attempt(clientToken, json, RequestJson.hash(json), now, Status.INTENDED, 0, null, 0, null);
	}

	/**
	 * Returns what is sent with the token, each time the same.
	 * @return the request
	 * @throws IllegalStateException if what was written down has been changed
	 */
	public RunRequest runRequest() {
		if (!RequestJson.hash(this.request).equals(this.requestHash)) {
			throw new IllegalStateException("The request recorded for token '" + this.clientToken
					+ "' has been changed since; nothing is sent");
		}
		return RequestJson.read(this.request, RunRequest.class);
	}

	Attempt called(Instant now) {
		return new Attempt(this.clientToken, this.request, this.requestHash, this.intendedAt, Status.CALLED,
				this.calls + 1, now, 0, null);
	}

	Attempt withEmptyLookup() {
		return new Attempt(this.clientToken, this.request, this.requestHash, this.intendedAt, this.status, this.calls,
				this.lastCallAt, this.emptyLookups + 1, null);
	}

	Attempt accepted(String reservation) {
		return new Attempt(this.clientToken, this.request, this.requestHash, this.intendedAt, Status.ACCEPTED,
				this.calls, this.lastCallAt, this.emptyLookups, reservation);
	}

	Attempt with(Status changed) {
		return new Attempt(this.clientToken, this.request, this.requestHash, this.intendedAt, changed, this.calls,
				this.lastCallAt, this.emptyLookups, this.reservationId);
	}

	public boolean is(Status status) {
		return this.status == status;
	}

	/**
	 * What is known about an attempt.
	 */
	public enum Status {

		/** It was never sent. */
		INTENDED,

		/** It may have been sent, and will be sent again. */
		CALLED,

		/** It may have been sent, and will not be sent again; the cloud is searched. */
		DOUBTED,

		/** The cloud has taken it. */
		ACCEPTED,

		/** The cloud has made nothing of it. */
		REJECTED,

		/** What the cloud made of it is gone. */
		SPENT,

		/** Nobody can tell what the cloud made of it. */
		UNKNOWN

	}

}
