package cellar.simulation.instance;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Parameters;

/**
 * {@code GetConsoleOutput}. A machine that is up has written a few lines.
 */
public final class GetConsoleOutput implements Action<String> {

	private final Instances instances;

	private final CloudProfile profile;

	private final Clock clock;

	public GetConsoleOutput(Instances instances, CloudProfile profile, Clock clock) {
		this.instances = instances;
		this.profile = profile;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "GetConsoleOutput";
	}

	@Override
	public String bind(Parameters parameters) {
		if (this.profile.knowsNewerParameters()) {
			parameters.flag("Latest");
		}
		return parameters.required("InstanceId");
	}

	@Override
	public void rehearse(String id) {
		this.instances.require(id);
	}

	@Override
	public Answer perform(String id) {
		Instance instance = this.instances.require(id);
		Instant now = this.clock.instant();
		String output = (instance.stateAt(now) != InstanceState.PENDING) ? output(instance) : "";
		return (xml) -> {
			xml.text("instanceId", id);
			xml.text("timestamp", now.truncatedTo(ChronoUnit.MILLIS));
			xml.text("output", Base64.getEncoder().encodeToString(output.getBytes(StandardCharsets.UTF_8)));
		};
	}

	private static String output(Instance instance) {
		return "Simulated machine %s\nimage %s, type %s, address %s\nup at %s\n".formatted(instance.id(),
				instance.imageId(), instance.instanceType(), instance.privateIp(), instance.runningAt());
	}

}
