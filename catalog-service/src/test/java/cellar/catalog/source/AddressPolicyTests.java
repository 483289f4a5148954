package cellar.catalog.source;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class AddressPolicyTests {

	private final AddressPolicy policy = policy(List.of(), List.of("example.com", "*.example.org"));

	@ParameterizedTest
	@ValueSource(strings = { "ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "//example.com/",
			"http:///catalog", "http://user@example.com/", "http://user:word@example.com/", "http://:@example.com/",
			"http://example.com:22/", "https://example.com:80443/", "http://other.com/", "http://example.com.evil.net/",
			"http://anexample.com/", "http://example.org/", "http://evilexample.org/", "mailto:a@example.com" })
	void checkWhenUrlIsNotAllowedRefusesIt(String url) {
		assertThatExceptionOfType(SourceException.class).isThrownBy(() -> this.policy.check(URI.create(url)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com/a?b", "HTTPS://EXAMPLE.com:443/", "http://example.com./",
			"http://a.b.example.org:80/" })
	void checkWhenUrlIsAllowedSaysNothing(String url) {
		assertThatNoException().isThrownBy(() -> this.policy.check(URI.create(url)));
	}

	@Test
	void checkWhenUrlIsTooLongRefusesIt() {
		assertThatExceptionOfType(SourceException.class)
			.isThrownBy(() -> this.policy.check(URI.create("http://example.com/" + "a".repeat(2000))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1",
			"100.64.0.1", "169.254.169.254", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
			"fe80::1", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:10.0.0.1", "::7f00:1",
			"::ffff:0:7f00:1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::a00:1", "2002:7f00:1::",
			"2002:a9fe:a9fe::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "5f00::1" })
	void addressesHoldNothingButTheInternet(String address) throws UnknownHostException {
		assertThat(this.policy.addresses().matches(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "::ffff:8.8.8.8", "2606:4700::1111" })
	void addressesHoldTheInternet(String address) throws UnknownHostException {
		assertThat(this.policy.addresses().matches(InetAddress.getByName(address))).isTrue();
	}

	@Test
	void addressesHoldWhatIsAllowedInside() throws UnknownHostException {
		AddressPolicy open = policy(List.of("10.1.0.0/16"), List.of());
		assertThat(open.addresses().matches(InetAddress.getByName("10.1.2.3"))).isTrue();
		assertThat(open.addresses().matches(InetAddress.getByName("10.2.2.3"))).isFalse();
	}

	private static AddressPolicy policy(List<String> inside, List<String> hosts) {
		return new AddressPolicy(
				new SourceProperties(inside, hosts, List.of(PortRange.valueOf("80"), PortRange.valueOf("443"))));
	}

}
