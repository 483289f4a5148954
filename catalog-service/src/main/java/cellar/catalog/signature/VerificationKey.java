package cellar.catalog.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

import cellar.common.hash.HashFunction;

/**
 * The public half of a signing key.
 */
public final class VerificationKey {

	private static final int ID_LENGTH = 16;

	private static final int LINE = 64;

	private final PublicKey key;

	private final String id;

	VerificationKey(PublicKey key) {
		this.key = key;
		this.id = HashFunction.SHA_256.hexOf(key.getEncoded()).substring(0, ID_LENGTH);
	}

	/**
	 * Returns what tells the key apart.
	 * @return the first 16 hex digits of the SHA-256 of its DER form
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Returns the key for everybody.
	 * @return a SubjectPublicKeyInfo in PEM (RFC 8410), as {@code openssl} reads it
	 */
	public String pem() {
		String body = Base64.getMimeEncoder(LINE, new byte[] { '\n' }).encodeToString(this.key.getEncoded());
		return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
	}

	/**
	 * Tells whether the private half has signed a document.
	 * @param content the document
	 * @param signature 64 bytes
	 * @return whether it has
	 */
	public boolean verifies(byte[] content, byte[] signature) {
		try {
			Signature verifier = Signature.getInstance("Ed25519");
			verifier.initVerify(this.key);
			verifier.update(content);
			return verifier.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			// A signature that is none does not verify.
			return false;
		}
	}

}
