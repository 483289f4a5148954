package cellar.provisioning.launch.resource;

import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import cellar.provisioning.cloud.Cloud;
import cellar.provisioning.cloud.CloudException;
import cellar.provisioning.cloud.Clouds;
import cellar.provisioning.launch.effect.Resource;
import cellar.provisioning.launch.order.LaunchOrder;
import cellar.provisioning.launch.state.FailureCode;
import cellar.provisioning.launch.state.Launch;
import cellar.provisioning.launch.state.LaunchState;
import cellar.provisioning.launch.state.LaunchTags;
import cellar.provisioning.launch.work.Outcome;
import cellar.provisioning.launch.work.Stage;

/**
 * Imports the public key into the cloud, or checks that the named key pair exists.
 */
@Component
class KeyPairStage implements Stage {

	private final Clouds clouds;

	KeyPairStage(Clouds clouds) {
		this.clouds = clouds;
	}

	@Override
	public LaunchState state() {
		return LaunchState.VALIDATED;
	}

	@Override
	public Outcome work(Launch launch, boolean justNoted) {
		LaunchOrder order = launch.order();
		Cloud cloud = this.clouds.get(launch.cloud());
		if (order.publicKey() != null) {
			return imported(launch, cloud, order.publicKey(), justNoted);
		}
		String name = order.keyName();
		if (name == null) {
			return ready("No key pair was requested", (changed) -> {
			});
		}
		if (cloud.hasKeyPair(name)) {
			return ready("Key pair '" + name + "' exists", (changed) -> changed.preparation().useKeyPair(name));
		}
		return new Outcome.Fail(FailureCode.KEY_PAIR_NOT_FOUND,
				"Cloud '%s' has no key pair '%s'; name another or send 'publicKey'".formatted(launch.cloud(), name));
	}

	private static Outcome imported(Launch launch, Cloud cloud, String publicKey, boolean justNoted) {
		String name = launch.resourceName();
		if (launch.effects().resources().find(Resource.Kind.KEY_PAIR).isEmpty()) {
			return new Outcome.Note((changed) -> changed.effects().resources().intend(Resource.Kind.KEY_PAIR, name));
		}
		if (!justNoted) {
			return new Outcome.Note((changed) -> changed.effects().resources().countCall(Resource.Kind.KEY_PAIR, name));
		}
		try {
			cloud.importKeyPair(name, publicKey, LaunchTags.of(launch));
		}
		catch (CloudException ex) {
			// The name is ours alone, so it was this launch that imported it before.
			if (!ex.is(CloudException.Kind.DUPLICATE)) {
				return Refusal.failOrRethrow(launch, Resource.Kind.KEY_PAIR, ex);
			}
		}
		return ready("Key pair '" + name + "' imported", (changed) -> {
			changed.preparation().useKeyPair(name);
			changed.effects().resources().markMade(Resource.Kind.KEY_PAIR, name, name);
		});
	}

	private static Outcome ready(String detail, Consumer<Launch> change) {
		return new Outcome.Enter(LaunchState.KEY_READY, LaunchState.GROUP_READY, detail, change);
	}

}
