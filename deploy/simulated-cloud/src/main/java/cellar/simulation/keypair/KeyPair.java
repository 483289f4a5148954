package cellar.simulation.keypair;

import java.time.Instant;
import java.util.Map;

import cellar.simulation.tag.Tagged;

/**
 * The public half of an SSH key under a name.
 *
 * @param type {@code rsa} or {@code ed25519}
 * @param fingerprint of an RSA key MD5 in hexadecimal, of an Ed25519 key SHA-256 in
 * base64
 * @param publicKey one line as OpenSSH writes it
 * @param tags values by keys
 */
public record KeyPair(String id, String name, String type, String fingerprint, String publicKey, Instant createdAt,
		Map<String, String> tags) implements Tagged {

	KeyPair withTags(Map<String, String> changed) {
		return new KeyPair(this.id, this.name, this.type, this.fingerprint, this.publicKey, this.createdAt, changed);
	}

}
