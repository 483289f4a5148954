package cellar.simulation.keypair;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import cellar.simulation.profile.CloudProfile;
import cellar.simulation.query.Action;
import cellar.simulation.query.Answer;
import cellar.simulation.query.Ec2Exception;
import cellar.simulation.query.Parameters;
import cellar.simulation.state.ResourceIds;
import cellar.simulation.tag.TagSpecifications;

/**
 * {@code ImportKeyPair}.
 */
public final class ImportKeyPair implements Action<ImportKeyPair.Request> {

	private static final int MAX_NAME = 255;

	private final KeyPairs keyPairs;

	private final CloudProfile profile;

	private final Clock clock;

	public ImportKeyPair(KeyPairs keyPairs, CloudProfile profile, Clock clock) {
		this.keyPairs = keyPairs;
		this.profile = profile;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "ImportKeyPair";
	}

	@Override
	public Request bind(Parameters parameters) {
		String name = parameters.required("KeyName");
		if (name.length() > MAX_NAME || !name.chars().allMatch((character) -> character >= ' ' && character <= '~')) {
			throw Ec2Exception.invalidValue("KeyName must have " + MAX_NAME + " ASCII characters at most");
		}
		return new Request(name, key(decode(parameters.required("PublicKeyMaterial"))),
				(this.profile.knowsNewerParameters())
						? TagSpecifications.bind(parameters, this.profile, List.of("key-pair")) : Map.of());
	}

	private OpenSshKey key(byte[] material) {
		OpenSshKey key = OpenSshKey.parse(material);
		if (!key.type().equals("rsa") && !this.profile.knowsNewerKeyTypes()) {
			throw Ec2Exception.refused("InvalidKey.Format", "Invalid or unsupported key format");
		}
		return key;
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getMimeDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			throw Ec2Exception.refused("InvalidKey.Format", "PublicKeyMaterial must be base64");
		}
	}

	@Override
	public void rehearse(Request request) {
		if (this.keyPairs.find(request.name()).isPresent()) {
			throw Ec2Exception.refused("InvalidKeyPair.Duplicate",
					"The keypair '" + request.name() + "' already exists.");
		}
	}

	@Override
	public Answer perform(Request request) {
		rehearse(request);
		OpenSshKey key = request.key();
		KeyPair pair = new KeyPair(ResourceIds.next("key"), request.name(), key.type(), key.fingerprint(), key.line(),
				this.clock.instant(), request.tags());
		this.keyPairs.save(pair);
		return (xml) -> {
			xml.text("keyName", pair.name());
			xml.text("keyFingerprint", pair.fingerprint());
			xml.text("keyPairId", pair.id());
			xml.tags(pair.tags());
		};
	}

	record Request(String name, OpenSshKey key, Map<String, String> tags) {
	}

}
