package cellar.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A key store with a certificate for 127.0.0.1 that nobody has signed.
 */
final class TestCertificate {

	static final String PASSWORD = "changeit";

	private final Path keyStore;

	private TestCertificate(Path keyStore) {
		this.keyStore = keyStore;
	}

	static TestCertificate create(Path directory) throws IOException {
		TestCertificate certificate = new TestCertificate(directory.resolve("gateway.p12"));
		certificate.renew();
		return certificate;
	}

	Path keyStore() {
		return this.keyStore;
	}

	/** Puts another one in its place. */
	void renew() throws IOException {
		Path next = this.keyStore.resolveSibling("next.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "gateway", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"SAN=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", next.toString(), "-storepass",
				PASSWORD)
			.redirectErrorStream(true)
			.start();
		String said = new String(keytool.getInputStream().readAllBytes());
		if (!Files.exists(next)) {
			throw new IOException("keytool made no key store: " + said);
		}
		Files.move(next, this.keyStore, StandardCopyOption.ATOMIC_MOVE);
	}

	X509Certificate current() throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(this.keyStore)) {
			store.load(in, PASSWORD.toCharArray());
		}
		return (X509Certificate) store.getCertificate("gateway");
	}

	/**
	 * Returns what clients connect with that believe every server.
	 * @return the context
	 */
	static SSLContext trusting() {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { new TrustAll() }, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class TrustAll implements X509TrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
