package cellar.gateway.condition;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.gateway.header.Headers;
import cellar.gateway.lookup.Representation;

import static org.assertj.core.api.Assertions.assertThat;

class PreconditionsTests {

	private static final String BEFORE = "Wed, 31 Dec 2025 00:00:00 GMT";

	private static final String MODIFIED = "Thu, 01 Jan 2026 00:00:00 GMT";

	private static final String AFTER = "Fri, 02 Jan 2026 00:00:00 GMT";

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "-|-|-|-|GO_ON", "-|-|\"x\"|-|NOT_MODIFIED", "-|-|\"a\", \"x\"|-|NOT_MODIFIED",
					"-|-|W/\"x\"|-|NOT_MODIFIED", "-|-|x|-|NOT_MODIFIED", "-|-|*|-|NOT_MODIFIED", "-|-|\"y\"|-|GO_ON",
					"-|-|\"y\"|" + AFTER + "|GO_ON", "-|-|-|" + MODIFIED + "|NOT_MODIFIED",
					"-|-|-|" + BEFORE + "|GO_ON", "-|-|-|nonsense|GO_ON", "\"x\"|-|-|-|GO_ON", "\"y\"|-|-|-|FAILED",
					"W/\"x\"|-|-|-|FAILED", "*|-|-|-|GO_ON", "-|" + BEFORE + "|-|-|FAILED",
					"-|" + MODIFIED + "|-|-|GO_ON", "\"x\"|" + BEFORE + "|-|-|GO_ON", "\"x\"|-|\"x\"|-|NOT_MODIFIED",
					"\"y\"|-|\"x\"|-|FAILED" })
	void checkFollowsPrecedence(@Nullable String ifMatch, @Nullable String ifUnmodifiedSince,
			@Nullable String ifNoneMatch, @Nullable String ifModifiedSince, Preconditions.Verdict verdict) {
		Representation representation = new Representation(Headers.of("ETag", "\"x\"", "Last-Modified", MODIFIED), 1);
		assertThat(new Preconditions(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince).check(representation))
			.isEqualTo(verdict);
	}

	@ParameterizedTest
	@CsvSource({ "'" + BEFORE + "',GO_ON", "'" + MODIFIED + "',NOT_MODIFIED", "'" + AFTER + "',NOT_MODIFIED" })
	void checkWithoutLastModifiedTakesTheDate(String ifModifiedSince, Preconditions.Verdict verdict) {
		Representation representation = new Representation(Headers.of("Date", MODIFIED), 1);
		assertThat(new Preconditions(null, null, null, ifModifiedSince).check(representation)).isEqualTo(verdict);
	}

}
