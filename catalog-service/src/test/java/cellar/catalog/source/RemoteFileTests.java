package cellar.catalog.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.client.MockClientHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class RemoteFileTests {

	private static final String CHANGED = "Fri, 27 Nov 2026 10:00:00 GMT";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"one"   |               |                               | "one"
			"one"   | CHANGED       | Fri, 27 Nov 2026 10:00:00 GMT | "one"
			W/"one" |               |                               |
			W/"one" | CHANGED       | Fri, 27 Nov 2026 12:00:00 GMT |
			        | CHANGED       | Fri, 27 Nov 2026 10:01:00 GMT | CHANGED
			        | CHANGED       | Fri, 27 Nov 2026 10:00:59 GMT |
			        | CHANGED       |                               |
			        | yesterday     | Fri, 27 Nov 2026 12:00:00 GMT |
			        |               |                               |
			""")
	void validatorIsWhatNamesTheseBytesAlone(String tag, String changed, String date, String expected)
			throws IOException {
		MockClientHttpResponse response = new MockClientHttpResponse(InputStream.nullInputStream(), HttpStatus.OK);
		set(response.getHeaders(), HttpHeaders.ETAG, tag);
		set(response.getHeaders(), HttpHeaders.LAST_MODIFIED, changed);
		set(response.getHeaders(), HttpHeaders.DATE, date);
		RemoteFile file = RemoteFile.of(URI.create("http://example.com/x"), response);
		assertThat(file.validator()).isEqualTo("CHANGED".equals(expected) ? CHANGED : expected);
	}

	private static void set(HttpHeaders headers, String name, String value) {
		if (value != null) {
			headers.set(name, "CHANGED".equals(value) ? CHANGED : value);
		}
	}

}
