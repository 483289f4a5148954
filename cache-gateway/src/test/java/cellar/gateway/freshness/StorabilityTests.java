package cellar.gateway.freshness;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.gateway.header.Headers;

import static org.assertj.core.api.Assertions.assertThat;

class StorabilityTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			200 | X             | 1                                     | true  | false
			200 | Cache-Control | max-age=1                             | true  | false
			200 | Cache-Control | public                                | true  | true
			200 | Cache-Control | must-revalidate                       | true  | true
			200 | Cache-Control | s-maxage=1                            | true  | true
			200 | Cache-Control | proxy-revalidate                      | true  | false
			200 | Cache-Control | no-store, public                      | false | false
			200 | Cache-Control | private                               | false | false
			200 | Cache-Control | private="a"                           | false | false
			200 | Cache-Control | no-cache                              | true  | false
			200 | Cache-Control | no-store, must-understand, max-age=1  | true  | false
			599 | Cache-Control | no-store, must-understand, max-age=1  | false | false
			599 | Cache-Control | max-age=1                             | true  | false
			599 | Cache-Control | public                                | true  | true
			599 | X             | 1                                     | false | false
			302 | X             | 1                                     | false | false
			301 | X             | 1                                     | true  | false
			200 | Vary          | Accept, *                             | false | false
			200 | Vary          | a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p       | true  | false
			200 | Vary          | a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q     | false | false
			200 | Set-Cookie    | a=b                                   | false | false
			200 | Expires       | Thu, 01 Jan 2026 00:00:00 GMT         | true  | false
			""")
	void ofFollowsTheOrigin(int status, String field, String value, boolean anybody, boolean identified) {
		assertThat(Storability.of(status, Headers.of(field, value))).isEqualTo(new Storability(anybody, identified));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			max-age=1, public | no-store    | true
			no-store          | public      | false
			no-store          | max-age=x   | true
			""")
	void ofPrefersWhatIsForSharedCaches(String control, String targeted, boolean storable) {
		Headers headers = Headers.of("CDN-Cache-Control", targeted, "Cache-Control", control);
		assertThat(Storability.of(200, headers).forAnybody()).isEqualTo(!storable);
	}

	@ParameterizedTest
	@CsvSource({ "max-age=1, true", "public, true" })
	void ofWhenOriginHasThoughtOfCachesKeepsCookies(String control, boolean storable) {
		Headers headers = Headers.of("Cache-Control", control, "Set-Cookie", "a=b");
		assertThat(Storability.of(200, headers).forAnybody()).isEqualTo(storable);
	}

}
