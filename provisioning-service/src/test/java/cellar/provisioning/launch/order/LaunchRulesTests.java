package cellar.provisioning.launch.order;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import cellar.common.problem.InvalidFieldException;
import cellar.common.problem.Violation;
import cellar.provisioning.cloud.FakeCloud;
import cellar.provisioning.cloud.TestClouds;
import cellar.provisioning.recipe.Recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests which requests are taken, field by field.
 */
class LaunchRulesTests {

	private static final Map<String, Object> GOOD = Map.of("cloud", "local", "image", "emi-c0de0001", "instanceType",
			"m1.small");

	private final LaunchRules rules = new LaunchRules(TestClouds.of(new FakeCloud(), 0, new SimpleMeterRegistry()),
			new Recipes());

	@Test
	void readWhenOnlyTheLeastIsGivenOrdersOneMachine() {
		assertThat(this.rules.read(request(UnaryOperator.identity()))).isEqualTo(TestOrders.simple());
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			value = { "cloud|null|cloud", "cloud|\"moon\"|cloud", "image|null|image", "image|\" \"|image",
					"image|\"centos\"|image", "instanceType|null|instanceType", "instanceType|\"../x\"|instanceType",
					"count|0|count", "count|21|count", "keyName|\"\"|keyName", "publicKey|\"ssh-ed25519\"|publicKey",
					"securityGroup|\"\\n\"|securityGroup", "sshFrom|\"0.0.0.0\"|sshFrom",
					"sshFrom|\"192.0.2.0/33\"|sshFrom", "tags|{\"cellar:owner\":\"me\"}|tags.cellar:owner",
					"tags|{\"aws:a\":\"b\"}|tags.aws:a", "tags|{\"a\":null}|tags.a", "tags|{\"a\":\"\\u0000\"}|tags.a",
					"tags|{\"a\":\"\\u200b\"}|tags.a", "tags|{\"a\":\"\\u2028\"}|tags.a",
					"tags|{\"a\":\"\\ud800\"}|tags.a", "parameters|{\"label\":\"data\"}|parameters" })
	void readWhenOneFieldIsWrongNamesIt(String field, String value, String named) {
		LaunchRequest request = request((body) -> {
			body.put(field, JsonMapper.shared().readTree(value));
			return body;
		});
		assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> this.rules.read(request))
			.satisfies((ex) -> assertThat(ex.violations()).extracting(Violation::field).containsExactly(named));
	}

	private static LaunchRequest request(UnaryOperator<Map<String, Object>> change) {
		return JsonMapper.shared().convertValue(change.apply(new TreeMap<>(GOOD)), LaunchRequest.class);
	}

}
