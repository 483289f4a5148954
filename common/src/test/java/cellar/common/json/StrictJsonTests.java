package cellar.common.json;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests which JSON is taken for which type.
 */
class StrictJsonTests {

	private final JsonMapper json = mapper();

	@ParameterizedTest
	@ValueSource(strings = { "{\"count\":1}", "{\"size\":1}", "{\"size\":1.5}", "{\"flag\":true}", "{\"text\":\"\"}",
			"{\"text\":\"1\"}", "{\"unit\":\"DAYS\"}", "{\"tags\":{\"a\":\"1\"}}",
			"{\"id\":\"0b5b1d3c-5a2e-4f29-9a39-2f1e6ac6a3d5\"}", "{\"count\":null,\"text\":null}" })
	void readWhenTypesAreThoseAskedForTakesThem(String body) {
		assertThat(this.json.readValue(body, Body.class)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"count\":1.9}", "{\"count\":1.0}", "{\"count\":\"1\"}", "{\"count\":\"\"}",
			"{\"count\":\" \"}", "{\"count\":true}", "{\"size\":\"1.5\"}", "{\"size\":\"\"}", "{\"flag\":1}",
			"{\"flag\":0}", "{\"flag\":\"true\"}", "{\"flag\":\"\"}", "{\"text\":5}", "{\"text\":5.5}",
			"{\"text\":true}", "{\"unit\":\"\"}", "{\"id\":\"\"}", "{\"tags\":{\"a\":1}}", "{\"tags\":{\"a\":true}}",
			"{\"tags\":\"\"}" })
	void readWhenATypeIsAnotherRefusesIt(String body) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.json.readValue(body, Body.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"count\":1,\"count\":2}", "{\"count\":1,\"count\":1}",
			"{\"tags\":{\"a\":\"1\",\"a\":\"2\"}}" })
	void readWhenANameStandsTwiceRefusesIt(String body) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.json.readValue(body, Body.class));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.json.readTree(body));
	}

	private static JsonMapper mapper() {
		JsonMapper.Builder builder = JsonMapper.builder();
		StrictJsonAutoConfiguration.customize(builder);
		return builder.build();
	}

	record Body(@Nullable Integer count, @Nullable Double size, @Nullable Boolean flag, @Nullable String text,
			@Nullable TimeUnit unit, @Nullable UUID id, @Nullable Map<String, String> tags) {

	}

}
