package cellar.gateway.port;

import java.security.KeyStoreException;
import java.util.Set;
import java.util.function.Consumer;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/**
 * Who the gateway is to clients that connect with TLS. It may be renewed while it is in
 * use.
 */
final class Certificate {

	private final SslBundles bundles;

	private final String name;

	private Certificate(SslBundles bundles, String name) {
		this.bundles = bundles;
		this.name = name;
	}

	/**
	 * Takes the certificate of a bundle.
	 * @param bundles all bundles
	 * @param name the name of the bundle
	 * @return the certificate
	 * @throws org.springframework.boot.ssl.NoSuchSslBundleException if there is no such
	 * bundle
	 * @throws IllegalStateException if there is no key in it
	 */
	static Certificate of(SslBundles bundles, String name) {
		if (!hasKey(bundles.getBundle(name))) {
			throw new IllegalStateException("SSL bundle '" + name + "' of 'cellar.gateway.tls.bundle' has no key");
		}
		return new Certificate(bundles, name);
	}

	private static boolean hasKey(SslBundle bundle) {
		try {
			return bundle.getStores().getKeyStore() != null && bundle.getStores().getKeyStore().size() > 0;
		}
		catch (KeyStoreException ex) {
			return false;
		}
	}

	/**
	 * States the certificate as it is now.
	 * @param options where to
	 */
	void applyTo(ServerSSLOptions options) {
		apply(this.bundles.getBundle(this.name), options);
	}

	/**
	 * Hears of every later one.
	 * @param renewed what states it where it is given
	 */
	void onRenewal(Consumer<Consumer<ServerSSLOptions>> renewed) {
		this.bundles.addBundleUpdateHandler(this.name, (bundle) -> renewed.accept((options) -> apply(bundle, options)));
	}

	private static void apply(SslBundle bundle, ServerSSLOptions options) {
		options.setKeyCertOptions(KeyCertOptions.wrap(bundle.getManagers().getKeyManagerFactory()));
		SslOptions restricted = bundle.getOptions();
		if (restricted.getEnabledProtocols() != null) {
			options.setEnabledSecureTransportProtocols(Set.of(restricted.getEnabledProtocols()));
		}
		if (restricted.getCiphers() != null) {
			for (String cipher : restricted.getCiphers()) {
				options.addEnabledCipherSuite(cipher);
			}
		}
	}

}
