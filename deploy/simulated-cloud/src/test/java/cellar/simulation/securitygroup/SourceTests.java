package cellar.simulation.securitygroup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import cellar.simulation.query.Ec2Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SourceTests {

	private static final JsonMapper JSON = new JsonMapper();

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0/0", "192.0.2.0/24", "255.255.255.255/32" })
	void ipv4WhenBlockIsWellFormedKeepsIt(String block) {
		assertThat(Source.ipv4(block).value()).isEqualTo(block);
	}

	@ParameterizedTest
	@ValueSource(strings = { "192.0.2.0", "192.0.2.0/33", "192.0.2.256/24", "192.0.2/24", "example.org/8", "::/0", "" })
	void ipv4WhenBlockIsMalformedIsRefused(String block) {
		assertThatExceptionOfType(Ec2Exception.class).isThrownBy(() -> Source.ipv4(block))
			.withMessageContaining("CIDR block " + block + " is malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "::/0", "2001:db8::/32", "2001:DB8::1/128" })
	void ipv6WhenBlockIsWellFormedKeepsIt(String block) {
		assertThat(Source.ipv6(block).value()).isEqualTo(block);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2001:db8::", "2001:db8::/129", "2001:db8::g/32", "::ffff:192.0.2.1/96", "0.0.0.0/0" })
	void ipv6WhenBlockIsMalformedIsRefused(String block) {
		assertThatExceptionOfType(Ec2Exception.class).isThrownBy(() -> Source.ipv6(block))
			.withMessageContaining("CIDR block " + block + " is malformed");
	}

	@Test
	void isWhenKindIsAnotherIsFalse() {
		assertThat(Source.group("sg-1").is(Source.Kind.GROUP)).isTrue();
		assertThat(Source.group("sg-1").is(Source.Kind.IPV4)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "IPV4, ipv4", "IPV6, ipv6", "GROUP, group" })
	void jsonWhenStoredNamesTheKindInLowerCase(Source.Kind kind, String name) {
		String stored = "{\"kind\":\"" + name + "\",\"value\":\"v\"}";
		assertThat(JSON.writeValueAsString(new Source(kind, "v"))).isEqualTo(stored);
		assertThat(JSON.readValue(stored, Source.class)).isEqualTo(new Source(kind, "v"));
	}

}
