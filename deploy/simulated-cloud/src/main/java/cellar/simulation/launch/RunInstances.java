package cellar.simulation.launch;

import java.util.Optional;

import cellar.simulation.instance.Instances;
import cellar.simulation.instance.Reservation;
import cellar.simulation.instance.ReservationXml;
import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Parameters;

/**
 * {@code RunInstances}, at most once for each client token.
 */
public final class RunInstances implements Action<LaunchRequest> {

	private final Launcher launcher;

	private final Instances instances;

	private final ReservationXml reservations;

	private final CloudProfile profile;

	public RunInstances(Launcher launcher, Instances instances, ReservationXml reservations, CloudProfile profile) {
		this.launcher = launcher;
		this.instances = instances;
		this.reservations = reservations;
		this.profile = profile;
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
		return this.instances.tokens().launchedBy(token, request.hash(), this.profile);
	}

}
