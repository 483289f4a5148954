package cellar.catalog.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalJsonTests {

	@Test
	void ofSortsKeysAtEveryLevel() {
		assertThat(canonical(new Outer("1", List.of(new Inner(true, "2")), new Inner(false, "3"))))
			.isEqualTo("{\"b\":\"1\",\"c\":[{\"a\":\"2\",\"z\":true}],\"d\":{\"a\":\"3\",\"z\":false}}");
	}

	@Test
	void ofWhenFieldsMoveIntoAnotherTypeIsTheSame() {
		assertThat(canonical(new Grouped("1", new Inner(true, "2")))).isEqualTo(canonical(new Flat(true, "1", "2")))
			.isEqualTo("{\"a\":\"2\",\"m\":\"1\",\"z\":true}");
	}

	@Test
	void ofWhenAFieldIsNullIsAsWithoutIt() {
		assertThat(canonical(new Extended("1", null))).isEqualTo("{\"m\":\"1\"}");
	}

	@Test
	void ofWritesTextsAndTimesAsTheyAre() {
		assertThat(canonical(List.of("a/b \u00e9 \ud83d\udc27 \"\u001f", Instant.parse("2012-01-14T15:21:38.000Z"))))
			.isEqualTo("[\"a/b \u00e9 \ud83d\udc27 \\\"\\u001f\",\"2012-01-14T15:21:38Z\"]");
	}

	private static String canonical(Object value) {
		return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
	}

	record Outer(String b, List<Inner> c, Inner d) {

	}

	record Inner(boolean z, String a) {

	}

	record Grouped(String m, @JsonUnwrapped Inner inner) {

	}

	record Flat(boolean z, String m, String a) {

	}

	record Extended(String m, @Nullable String later) {

	}

}
