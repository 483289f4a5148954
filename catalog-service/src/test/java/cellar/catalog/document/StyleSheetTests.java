package cellar.catalog.document;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StyleSheetTests {

	@Test
	void nameOfBeginsTheSha256OfTheContent() {
		assertThat(StyleSheet.nameOf("hello world".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo("assets/page-b94d27b9934d3e08.css");
	}

}
