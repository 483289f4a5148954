package cellar.gateway.port;

import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class CertificateTests {

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	@Test
	void ofWhenThereIsNoSuchBundle() {
		assertThatExceptionOfType(NoSuchSslBundleException.class).isThrownBy(() -> Certificate.of(this.bundles, "site"))
			.withMessageContaining("'site'");
	}

	@Test
	void ofWhenTheBundleHasNoKey() throws Exception {
		this.bundles.registerBundle("nothing", SslBundle.of(SslStoreBundle.NONE));
		KeyStore empty = KeyStore.getInstance("PKCS12");
		empty.load(null, null);
		this.bundles.registerBundle("empty", SslBundle.of(SslStoreBundle.of(empty, null, null)));
		KeyStore others = KeyStore.getInstance("PKCS12");
		others.load(null, null);
		others.setCertificateEntry("other", anyCertificate());
		this.bundles.registerBundle("others", SslBundle.of(SslStoreBundle.of(others, null, null)));
		for (String name : new String[] { "nothing", "empty", "others" }) {
			assertThatIllegalStateException().isThrownBy(() -> Certificate.of(this.bundles, name))
				.withMessage("SSL bundle '" + name + "' of 'cellar.gateway.tls.bundle' has no key");
		}
	}

	private static X509Certificate anyCertificate() throws Exception {
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init((KeyStore) null);
		return ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0];
	}

}
