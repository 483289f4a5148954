package cellar.simulation.securitygroup;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.simulation.query.Ec2Exception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RuleTests {

	private static final Source OFFICE = Source.ipv4("192.0.2.0/24");

	private static final Source HOME = Source.ipv4("198.51.100.0/24");

	@ParameterizedTest
	@CsvSource({ "tcp, tcp", "TCP, tcp", "6, tcp", "udp, udp", "17, udp", "icmp, icmp", "1, icmp" })
	void checkedWhenProtocolIsKnownHasItsName(String protocol, String name) {
		assertThat(rule(protocol, "8", "8").protocol()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "all" })
	void checkedWhenEverythingIsAllowedHasNoPorts(String protocol) {
		Rule rule = rule(protocol, "1", "2");
		assertThat(rule.protocol()).isEqualTo("-1");
		assertThat(rule.fromPort()).isNull();
		assertThat(rule.toPort()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "ip, 22, 22", "tcp, 23, 22", "udp, 23, 22", "tcp, -1, 22", "tcp, 22, 65536", "tcp, 22, ssh",
			"icmp, -2, 0", "icmp, 0, 256" })
	void checkedWhenValueIsNoneIsRefused(String protocol, String from, String to) {
		assertRefused(protocol, from, to, "InvalidParameterValue");
	}

	@Test
	void checkedWhenPortIsMissingIsRefused() {
		assertRefused("tcp", null, "22", "MissingParameter");
		assertRefused("tcp", "22", null, "MissingParameter");
	}

	@Test
	void checkedWhenProtocolIsIcmpTakesTypeAndCodeInAnyOrder() {
		Rule echo = rule("icmp", "8", "-1");
		assertThat(echo.fromPort()).isEqualTo(8);
		assertThat(echo.toPort()).isEqualTo(-1);
	}

	@Test
	void allowsTheSameAsWhenOnlyIdAndDescriptionDifferIsTrue() {
		Rule other = Rule.checked("sgr-2", "tcp", "22", "22", OFFICE, "also");
		assertThat(rule("tcp", "22", "22").allowsTheSameAs(other)).isTrue();
	}

	@Test
	void allowsTheSameAsWhenSourceDiffersIsFalse() {
		Rule other = Rule.checked("sgr-2", "tcp", "22", "22", HOME, null);
		assertThat(rule("tcp", "22", "22").allowsTheSameAs(other)).isFalse();
		assertThat(rule("tcp", "22", "22").hasThePortsOf(other)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "udp, 22, 23", "tcp, 21, 23", "tcp, 22, 24", "all, 22, 23" })
	void hasThePortsOfWhenProtocolOrPortDiffersIsFalse(String protocol, String from, String to) {
		assertThat(rule("tcp", "22", "23").hasThePortsOf(rule(protocol, from, to))).isFalse();
		assertThat(rule("tcp", "22", "23").allowsTheSameAs(rule(protocol, from, to))).isFalse();
	}

	private static Rule rule(String protocol, @Nullable String from, @Nullable String to) {
		return Rule.checked("sgr-1", protocol, from, to, OFFICE, null);
	}

	private static void assertRefused(String protocol, @Nullable String from, @Nullable String to, String code) {
		assertThatExceptionOfType(Ec2Exception.class).isThrownBy(() -> rule(protocol, from, to))
			.extracting(Ec2Exception::code)
			.isEqualTo(code);
	}

}
