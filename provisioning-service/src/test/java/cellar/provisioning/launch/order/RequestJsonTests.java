package cellar.provisioning.launch.order;

import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what tells requests apart.
 */
class RequestJsonTests {

	@Test
	void fingerprintWhenFieldsAreLeftOutDoesNotCountThem() {
		record Earlier(String cloud) {
		}
		record Later(String cloud, @Nullable String zone, TreeMap<String, String> labels) {
		}
		assertThat(RequestJson.fingerprint(new Later("local", null, new TreeMap<>())))
			.isEqualTo(RequestJson.fingerprint(new Earlier("local")));
		assertThat(RequestJson.fingerprint(new Later("local", "a", new TreeMap<>())))
			.isNotEqualTo(RequestJson.fingerprint(new Earlier("local")));
	}

	@Test
	void fingerprintWhenParameterIsNullIsThatOfNone() {
		TreeMap<String, @Nullable Object> parameters = new TreeMap<>();
		parameters.put("label", null);
		assertThat(RequestJson.fingerprint(request(parameters))).isEqualTo(RequestJson.fingerprint(request(null)));
	}

	private static LaunchRequest request(@Nullable TreeMap<String, @Nullable Object> parameters) {
		return new LaunchRequest("local", "emi-c0de0001", null, parameters, null, "m1.small", null, null, null, null,
				null, null);
	}

}
