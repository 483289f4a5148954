package cellar.simulation.keypair;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

import cellar.simulation.query.Ec2Exception;

/**
 * A public key as OpenSSH writes it, one line of type, base64 and comment.
 *
 * @param type {@code rsa} or {@code ed25519}
 */
record OpenSshKey(String type, String fingerprint, String line) {

	private static final Set<Integer> RSA_BITS = Set.of(1024, 2048, 3072, 4096);

	private static final int ED25519_BYTES = 32;

	static OpenSshKey parse(byte[] material) {
		String line = new String(material, StandardCharsets.UTF_8).strip();
		String[] parts = line.split("\\s+", 3);
		if (parts.length < 2 || line.contains("\n")) {
			throw malformed();
		}
		try {
			byte[] blob = Base64.getDecoder().decode(parts[1]);
			ByteBuffer rest = ByteBuffer.wrap(blob);
			if (!new String(field(rest), StandardCharsets.US_ASCII).equals(parts[0])) {
				throw malformed();
			}
			OpenSshKey key = switch (parts[0]) {
				case "ssh-rsa" -> rsa(line, new BigInteger(field(rest)), new BigInteger(field(rest)));
				case "ssh-ed25519" -> ed25519(line, field(rest), blob);
				default -> throw malformed();
			};
			if (rest.hasRemaining()) {
				throw malformed();
			}
			return key;
		}
		catch (IllegalArgumentException | BufferUnderflowException | GeneralSecurityException ex) {
			throw malformed();
		}
	}

	// As of "openssl rsa -pubin -outform DER | openssl md5 -c".
	private static OpenSshKey rsa(String line, BigInteger exponent, BigInteger modulus)
			throws GeneralSecurityException {
		if (!RSA_BITS.contains(modulus.bitLength()) || modulus.signum() <= 0) {
			throw malformed();
		}
		byte[] der = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)).getEncoded();
		return new OpenSshKey("rsa", HexFormat.ofDelimiter(":").formatHex(digest("MD5", der)), line);
	}

	// As of "ssh-keygen -l", with the padding that EC2 keeps.
	private static OpenSshKey ed25519(String line, byte[] key, byte[] blob) throws GeneralSecurityException {
		if (key.length != ED25519_BYTES) {
			throw malformed();
		}
		return new OpenSshKey("ed25519", Base64.getEncoder().encodeToString(digest("SHA-256", blob)), line);
	}

	private static byte[] digest(String algorithm, byte[] content) throws GeneralSecurityException {
		return MessageDigest.getInstance(algorithm).digest(content);
	}

	private static byte[] field(ByteBuffer from) {
		int length = from.getInt();
		if (length < 0 || length > from.remaining()) {
			throw malformed();
		}
		int start = from.position();
		from.position(start + length);
		return Arrays.copyOfRange(from.array(), start, start + length);
	}

	private static Ec2Exception malformed() {
		return Ec2Exception.refused("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
	}

}
