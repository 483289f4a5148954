package cellar.simulation.instance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.state.Records;

/**
 * What launched which machines, so that a repeated {@code RunInstances} launches no more
 * of them. A token is kept with its reservation, and outlives the machines for 48 hours.
 */
public final class ClientTokens {

	private static final Duration MEMORY = Duration.ofHours(48);

	private final Records<Reservation> reservations;

	private final Clock clock;

	ClientTokens(Records<Reservation> reservations, Clock clock) {
		this.reservations = reservations;
		this.clock = clock;
	}

	/**
	 * Finds what a token launched before. Some clouds ask nothing else and forget a token
	 * when its machines are no longer described; the others know it longer, and take no
	 * other request for it.
	 * @param token the {@code ClientToken} of a call
	 * @param requestHash what the call asks for
	 * @param profile the kind of cloud
	 * @return the reservation, if the call repeats one
	 * @throws Ec2Exception {@code IdempotentParameterMismatch} if the token was used for
	 * another request, {@code IdempotentInstanceTerminated} if its machines were
	 * terminated
	 */
	public Optional<Reservation> launchedBy(String token, String requestHash, CloudProfile profile) {
		Stream<Reservation> ofToken = this.reservations.all()
			.stream()
			.filter((reservation) -> token.equals(reservation.clientToken()));
		if (!profile.comparesRequestsOfOneToken()) {
			return ofToken.filter(this::isListed).findFirst();
		}
		Optional<Reservation> found = ofToken.findFirst();
		found.ifPresent((reservation) -> requireRepetition(requestHash, reservation));
		return found;
	}

	private static void requireRepetition(String requestHash, Reservation reservation) {
		if (!reservation.requestHash().equals(requestHash)) {
			throw Ec2Exception.refused("IdempotentParameterMismatch",
					"The client token you have provided is associated with a request that had other parameters."
							+ " Provide a different client token, or do not use one.");
		}
		if (reservation.instances().stream().allMatch((instance) -> instance.ending() != null)) {
			throw Ec2Exception.refused("IdempotentInstanceTerminated",
					"The client token you have provided is associated with an instance that has been terminated");
		}
	}

	private boolean isListed(Reservation reservation) {
		return reservation.instances().stream().anyMatch((instance) -> instance.isListedAt(this.clock.instant()));
	}

	/**
	 * Forgets terminated machines together with their tokens, where both were remembered
	 * long enough.
	 */
	void forgetOld() {
		Instant now = this.clock.instant();
		this.reservations.all()
			.stream()
			.filter((reservation) -> reservation.instances()
				.stream()
				.allMatch((instance) -> instance.ending() != null
						&& now.isAfter(instance.ending().hiddenAt().plus(MEMORY))))
			.forEach((reservation) -> this.reservations.remove(reservation.id()));
	}

}
