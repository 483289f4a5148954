package cellar.simulation.keypair;

import java.util.List;
import java.util.function.Predicate;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Filters;
import cellar.simulation.query.Parameters;

/**
 * {@code DescribeKeyPairs}.
 */
public final class DescribeKeyPairs implements Action<DescribeKeyPairs.Request> {

	private final KeyPairs keyPairs;

	private final Filters<KeyPair> filters = new Filters<KeyPair>().on("key-name", KeyPair::name)
		.on("key-pair-id", KeyPair::id)
		.on("fingerprint", KeyPair::fingerprint)
		.onTags(KeyPair::tags);

	private final CloudProfile profile;

	public DescribeKeyPairs(KeyPairs keyPairs, CloudProfile profile) {
		this.keyPairs = keyPairs;
		this.profile = profile;
	}

	@Override
	public String name() {
		return "DescribeKeyPairs";
	}

	@Override
	public Request bind(Parameters parameters) {
		boolean newer = this.profile.knowsNewerParameters();
		return new Request(parameters.list("KeyName"), (newer) ? parameters.list("KeyPairId") : List.of(),
				newer && parameters.flag("IncludePublicKey"), this.filters.bind(parameters));
	}

	@Override
	public Answer perform(Request request) {
		request.names().forEach(this.keyPairs::require);
		request.ids().forEach(this.keyPairs::requireById);
		List<KeyPair> pairs = this.keyPairs.all()
			.stream()
			.filter((pair) -> request.names().isEmpty() || request.names().contains(pair.name()))
			.filter((pair) -> request.ids().isEmpty() || request.ids().contains(pair.id()))
			.filter(request.filter())
			.toList();
		return (xml) -> xml.list("keySet", pairs, (pair) -> {
			xml.text("keyPairId", pair.id());
			xml.text("keyName", pair.name());
			xml.text("keyType", pair.type());
			xml.text("keyFingerprint", pair.fingerprint());
			xml.text("createTime", pair.createdAt());
			xml.text("publicKey", (request.withPublicKey()) ? pair.publicKey() : null);
			xml.tags(pair.tags());
		});
	}

	record Request(List<String> names, List<String> ids, boolean withPublicKey, Predicate<KeyPair> filter) {
	}

}
