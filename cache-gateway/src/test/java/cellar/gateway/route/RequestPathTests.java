package cellar.gateway.route;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPathTests {

	@ParameterizedTest
	@CsvSource({ "/,/", "/a/b,/a/b", "/a/,/a/", "/a%20b,/a b", "/%C3%BC,/ü", "/100%25,/100%", "/a+b,/a+b",
			"/..a,/..a" })
	void parseDecodesOnce(String raw, String decoded) {
		assertThat(RequestPath.parse(raw)).isEqualTo(new RequestPath(decoded));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "*", "/a/../b", "/..", "/.", "/%2e%2E/a", "/a%2fb", "/a%2Fb", "/a%00", "/%0a",
			"/a%5cb", "/a\\b", "//a", "/a//b", "/%", "/%2", "/%zz", "/%ff", "/%252e%252e/a", "/%252fa", "/%2500",
			"/ü" })
	void parseRefusesWhatIsAmbiguous(String raw) {
		assertThat(RequestPath.parse(raw)).isNull();
	}

}
