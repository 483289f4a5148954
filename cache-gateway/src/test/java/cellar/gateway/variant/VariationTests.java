package cellar.gateway.variant;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.gateway.header.Headers;
import cellar.gateway.index.Key;

import static org.assertj.core.api.Assertions.assertThat;

class VariationTests {

	private static final Key KEY = Key.of(new Key.Space("/", "origin"), "a");

	@Test
	void selectWhenNothingVariesIsTheObject() {
		assertThat(Variation.of(KEY, Headers.of()).select(KEY, Headers.of("Foo", "1"))).isEqualTo(KEY);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Foo             | 1,2                 | ` 1 ,  2 `
			Foo             | a="b , c"           | a="b , c"
			Accept-Language | en, de              | DE , en
			Accept-Language | de;q=0.5, en        | en,de; q=0.50
			Accept-Encoding | gzip, br            | br;q=1.0, x-gzip;q=1
			Accept-Encoding | gzip;q=0, br        | br, gzip;q=0.000
			""")
	void selectTakesForOneWhatMeansTheSame(String field, String one, String other) {
		assertThat(select(field, one)).isEqualTo(select(field, other));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			Foo             | 1                | 2
			Foo             | 1                | ``
			Foo             | a                | A
			Foo             | a="b,c"          | a="b, c"
			Accept-Language | en, de           | en
			Accept-Language | en, de;q=0.5     | de, en;q=0.5
			Accept-Encoding | gzip             | gzip;q=0
			Accept-Encoding | gzip;q=x         | gzip
			""")
	void selectTellsOthersApart(String field, String one, String other) {
		assertThat(select(field, one)).isNotEqualTo(select(field, other));
	}

	@Test
	void selectTellsWhatIsEmptyFromWhatIsNotThere() {
		assertThat(Variation.of(KEY, Headers.of("Vary", "Foo")).select(KEY, Headers.of()))
			.isNotEqualTo(select("Foo", ""));
	}

	/**
	 * One that looks at what follows each blank would take longer than any test may.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "gzip%sx", "gzip;%sx", "gzip;q%s=x", "gzip;q=1%sx" })
	void selectWhenFieldIsHostileTakesNotMuchLonger(String field) {
		String hostile = field.formatted(" ".repeat(3_000_000));
		assertThat(select("Accept-Encoding", hostile)).isNotEqualTo(select("Accept-Encoding", "gzip"));
	}

	@Test
	void selectJoinsLines() {
		assertThat(Variation.of(KEY, Headers.of("Vary", "foo")).select(KEY, Headers.of("Foo", "1", "foo", "2")))
			.isEqualTo(select("Foo", "1, 2"));
	}

	@Test
	void fieldsAreAddedToThoseOfVariantsThatAreKnown() {
		Key byFoo = select("Foo", "1");
		Key byBar = select("Bar", "1");
		assertThat(Variation.of(List.of(byFoo, byBar)).fields()).containsExactly("bar", "foo");
		assertThat(Variation.of(byFoo, Headers.of("Vary", "Baz , FOO", "Vary", "")).fields()).containsExactly("baz",
				"foo");
		assertThat(byFoo.whole()).isEqualTo(KEY);
		assertThat(byFoo.object()).isEqualTo("a");
	}

	private static Key select(String field, String value) {
		return Variation.of(KEY, Headers.of("Vary", field)).select(KEY, Headers.of(field, value));
	}

}
