package cellar.catalog.signature;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ed25519 key (RFC 8032) that signs documents. It never shows its private half.
 */
final class SigningKey {

	private static final Pattern PEM = Pattern
		.compile("\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

	private static final String ALGORITHM = "Ed25519";

	private final PrivateKey key;

	private final VerificationKey verification;

	private SigningKey(PrivateKey key, VerificationKey verification) {
		this.key = key;
		this.verification = verification;
	}

	/**
	 * Reads a key as {@code openssl genpkey -algorithm ed25519} writes it.
	 * @param pem the key, PKCS #8 in PEM (RFC 8410)
	 * @return the key
	 * @throws IllegalArgumentException if it is none; says nothing of the text
	 */
	static SigningKey read(String pem) {
		Matcher matcher = PEM.matcher(pem);
		if (!matcher.matches()) {
			throw new IllegalArgumentException(
					"A signing key must be PEM with 'BEGIN PRIVATE KEY', as 'openssl genpkey -algorithm ed25519' writes it");
		}
		try {
			byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
			PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
			byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
			SigningKey read = new SigningKey(key, new VerificationKey(publicHalf(seed)));
			read.checkHalvesMatch();
			return read;
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			// The cause may quote the key.
			throw new IllegalArgumentException("A signing key must be an Ed25519 key in PKCS #8");
		}
	}

	// The JDK derives a public key only while it makes a pair, and then from 32 bytes
	// that it takes for random.
	private static PublicKey publicHalf(byte[] seed)
			throws NoSuchAlgorithmException, InvalidAlgorithmParameterException {
		KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
		generator.initialize(NamedParameterSpec.ED25519, new GivenRandom(seed));
		return generator.generateKeyPair().getPublic();
	}

	// Nothing says that another JDK takes the bytes alike, and readers would be told a
	// key
	// that verifies nothing.
	private void checkHalvesMatch() {
		byte[] content = { 1 };
		if (!this.verification.verifies(content, sign(content))) {
			throw new IllegalStateException("This JDK derives other public keys from Ed25519 keys");
		}
	}

	byte[] sign(byte[] content) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(this.key);
			signature.update(content);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Could not sign", ex);
		}
	}

	VerificationKey verification() {
		return this.verification;
	}

	@Override
	public String toString() {
		return "SigningKey[" + this.verification.id() + "]";
	}

	/**
	 * Gives the bytes that it was given.
	 */
	private static final class GivenRandom extends SecureRandom {

		private final byte[] given;

		GivenRandom(byte[] given) {
			this.given = given.clone();
		}

		@Override
		public void nextBytes(byte[] bytes) {
			System.arraycopy(this.given, 0, bytes, 0, bytes.length);
		}

	}

}
