package cellar.stack.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secrets of one data directory, each random, made when it is first needed and kept
 * in a file of its own.
 */
public final class Secrets {

	private static final int BYTES = 24;

	private final Path directory;

	private final SecureRandom random = new SecureRandom();

	private Secrets(Path directory) {
		this.directory = directory;
	}

	/**
	 * Opens the secrets.
	 * @param directory where they are kept, created if it is missing
	 * @return the secrets
	 * @throws IOException if it could not be created
	 */
	public static Secrets in(Path directory) throws IOException {
		PrivateFile.createDirectory(directory);
		return new Secrets(directory);
	}

	/**
	 * Returns a secret.
	 * @param name which one
	 * @return the same one at every call and after every restart
	 * @throws IOException if it could not be read or kept
	 */
	public Secret get(String name) throws IOException {
		Path file = this.directory.resolve(name);
		if (Files.notExists(file)) {
			byte[] bytes = new byte[BYTES];
			this.random.nextBytes(bytes);
			PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
		}
		return new Secret(Files.readString(file).strip());
	}

	/**
	 * Returns a key to sign with.
	 * @param name which one
	 * @return the file that has it as PKCS #8 in PEM, the same one at every call
	 * @throws IOException if it could not be kept
	 */
	public Path signingKey(String name) throws IOException {
		Path file = this.directory.resolve(name);
		if (Files.notExists(file)) {
			PrivateFile.write(file, "-----BEGIN PRIVATE KEY-----\n"
					+ Base64.getEncoder().encodeToString(newSigningKey()) + "\n-----END PRIVATE KEY-----\n");
		}
		return file;
	}

	private static byte[] newSigningKey() {
		try {
			return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has Ed25519", ex);
		}
	}

}
