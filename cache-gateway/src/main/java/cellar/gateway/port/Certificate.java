package cellar.gateway.port;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
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
			KeyStore store = bundle.getStores().getKeyStore();
			return store != null && hasKey(store);
		}
		catch (KeyStoreException ex) {
			throw new IllegalStateException("SSL bundle of 'cellar.gateway.tls.bundle' cannot be read", ex);
		}
	}

	private static boolean hasKey(KeyStore store) throws KeyStoreException {
		for (String alias : Collections.list(store.aliases())) {
			if (store.isKeyEntry(alias)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * States the certificate as it is now.
	 * @param options where to
	 */
	void applyTo(ServerSSLOptions options) {
		apply(this.bundles.getBundle(this.name), options);
	}

	/**
	 * Sets who is told of every later one.
	 * @param renewed what states it where it is given
	 */
	void onRenewal(Consumer<Consumer<ServerSSLOptions>> renewed) {
		this.bundles.addBundleUpdateHandler(this.name, (bundle) -> renewed.accept((options) -> apply(bundle, options)));
	}

	private static void apply(SslBundle bundle, ServerSSLOptions options) {
		options.setKeyCertOptions(KeyCertOptions.wrap(bundle.getManagers().getKeyManagerFactory()));
		Set<String> protocols = SslOptions.asSet(bundle.getOptions().getEnabledProtocols());
		if (protocols != null) {
			options.setEnabledSecureTransportProtocols(protocols);
		}
		Set<String> ciphers = SslOptions.asSet(bundle.getOptions().getCiphers());
		if (ciphers != null) {
			ciphers.forEach(options::addEnabledCipherSuite);
		}
	}

}
