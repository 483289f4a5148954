package cellar.common.url;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpUrlTests {

	@ParameterizedTest
	@ValueSource(strings = { "http://host", "https://host:8443/path?query", "HTTPS://host", "http://[::1]/" })
	void matchesWhenUrlHasHostIsTrue(String url) {
		assertThat(HttpUrl.matches(URI.create(url))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "host", "/path", "//host/path", "http:/path", "http:host", "http://a_b", "ftp://host",
			"file:///etc/passwd" })
	void matchesWhenSchemeOrHostIsMissingIsFalse(String url) {
		assertThat(HttpUrl.matches(URI.create(url))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8083", "http://LOCALHOST", "http://store.localhost/",
			"http://127.0.0.1/", "https://127.1.2.3:1", "http://[::1]/" })
	void isLoopbackWhenHostIsThisMachineIsTrue(String url) {
		assertThat(HttpUrl.isLoopback(URI.create(url))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://host", "http://localhost.example", "http://127.0.0.1.example", "http://10.0.0.1",
			"http://[fe80::1]/", "/path" })
	void isLoopbackWhenHostMayBeAnotherIsFalse(String url) {
		assertThat(HttpUrl.isLoopback(URI.create(url))).isFalse();
	}

	@Test
	void matchesWhenThereIsNoneIsFalse() {
		assertThat(HttpUrl.matches(null)).isFalse();
	}

}
