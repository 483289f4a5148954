package cellar.catalog.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signs documents with every key that is configured, the one that clients look for first.
 */
@Component
public class Signatures {

	private static final Logger logger = LoggerFactory.getLogger(Signatures.class);

	private static final String FILE = "file:";

	private final List<SigningKey> keys;

	Signatures(SigningProperties properties) {
		String first = Objects.requireNonNullElse(properties.signingKey(), "");
		if (first.isBlank() && !properties.otherSigningKeys().isEmpty()) {
			throw new IllegalArgumentException(
					"'cellar.catalog.other-signing-keys' need a 'cellar.catalog.signing-key' to stand behind");
		}
		this.keys = Stream
			.concat(Stream.of(first).filter((key) -> !key.isBlank()), properties.otherSigningKeys().stream())
			.map(Signatures::read)
			.toList();
		if (keys().stream().map(VerificationKey::id).distinct().count() < this.keys.size()) {
			throw new IllegalArgumentException(
					"'cellar.catalog.other-signing-keys' must differ from 'cellar.catalog.signing-key' and each other");
		}
		if (this.keys.isEmpty()) {
			logger.warn("Publications are not signed; set 'cellar.catalog.signing-key'");
		}
	}

	private static SigningKey read(String configured) {
		if (!configured.startsWith(FILE)) {
			return SigningKey.read(configured);
		}
		Path path = Path.of(configured.substring(FILE.length()));
		try {
			return SigningKey.read(Files.readString(path));
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The signing key '" + path + "' cannot be read");
		}
	}

	/**
	 * Signs a document.
	 * @param content the document
	 * @return a signature by each key; none if there is no key
	 */
	public List<KeySignature> of(byte[] content) {
		return IntStream.range(0, this.keys.size())
			.mapToObj((index) -> new KeySignature(this.keys.get(index).verification().id(), index == 0,
					this.keys.get(index).sign(content)))
			.toList();
	}

	/**
	 * Returns the public halves.
	 * @return the keys, the one that clients look for first
	 */
	public List<VerificationKey> keys() {
		return this.keys.stream().map(SigningKey::verification).toList();
	}

}
