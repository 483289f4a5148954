package cellar.simulation.launch;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

import cellar.simulation.instance.Instances;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.ReservationXml;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code RunInstances}, at most once for each client token.
 */
public final class RunInstances implements Action<LaunchRequest> {

	private final Launcher launcher;

	private final Instances instances;

	private final ReservationXml reservations;

	private final CloudProfile profile;

	private final Clock clock;

	public RunInstances(Launcher launcher, Instances instances, ReservationXml reservations, CloudProfile profile,
			Clock clock) {
		this.launcher = launcher;
		this.instances = instances;
		this.reservations = reservations;
		this.profile = profile;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "RunInstances";
	}

	@Override
	public LaunchRequest bind(Parameters parameters) {
		return LaunchRequest.bind(parameters, this.profile);
	}

	@Override
	public void rehearse(LaunchRequest request) {
		if (earlier(request).isEmpty()) {
			this.launcher.plan(request);
		}
	}

	@Override
	public Answer perform(LaunchRequest request) {
		Reservation reservation = earlier(request).orElseGet(() -> this.launcher.launch(request));
		return (xml) -> this.reservations.write(xml, reservation);
	}

	private Optional<Reservation> earlier(LaunchRequest request) {
		String token = request.clientToken();
		if (token == null) {
			return Optional.empty();
		}
		Stream<Reservation> ofToken = this.instances.findByToken(token);
		if (!this.profile.comparesRequestsOfOneToken()) {
			return ofToken.filter(this::isListed).findFirst();
		}
		Optional<Reservation> found = ofToken.findFirst();
		found.ifPresent((reservation) -> requireRepetition(request, reservation));
		return found;
	}

	private static void requireRepetition(LaunchRequest request, Reservation reservation) {
		if (!reservation.requestHash().equals(request.hash())) {
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

}
