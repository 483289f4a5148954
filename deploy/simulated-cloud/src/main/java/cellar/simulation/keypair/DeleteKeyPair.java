package cellar.simulation.keypair;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;

/**
 * {@code DeleteKeyPair}, which does not mind when there is nothing to delete.
 */
public final class DeleteKeyPair implements Action<DeleteKeyPair.Request> {

	private final KeyPairs keyPairs;

	private final CloudProfile profile;

	public DeleteKeyPair(KeyPairs keyPairs, CloudProfile profile) {
		this.keyPairs = keyPairs;
		this.profile = profile;
	}

	@Override
	public String name() {
		return "DeleteKeyPair";
	}

	@Override
	public Request bind(Parameters parameters) {
		Request request = new Request(parameters.text("KeyName"),
				(this.profile.knowsNewerParameters()) ? parameters.text("KeyPairId") : null);
		if (request.name() == null && request.id() == null) {
			throw Ec2Exception.missing("KeyName");
		}
		return request;
	}

	@Override
	public Answer perform(Request request) {
		Optional<KeyPair> found = Optional.ofNullable(request.name())
			.flatMap(this.keyPairs::find)
			.or(() -> Optional.ofNullable(request.id()).flatMap(this.keyPairs::findById));
		found.ifPresent(this.keyPairs::remove);
		return Answer.done();
	}

	record Request(@Nullable String name, @Nullable String id) {
	}

}
