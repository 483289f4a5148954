package cellar.common.list;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ListDocumentTests {

	private final JsonMapper json = new JsonMapper();

	@Test
	void ofKeepsWhatWasAskedFor() {
		ListDocument<String> list = ListDocument.of(new PageParameters(2, 3), List.of("g"), 7);
		assertThat(this.json.readTree(this.json.writeValueAsString(list))).isEqualTo(this.json.readTree("""
				{"items": ["g"], "page": 2, "size": 3, "total": 7}"""));
	}

	@Test
	void wholeIsOnePageOfAllItems() {
		assertThat(ListDocument.whole(List.of("a", "b"))).isEqualTo(new ListDocument<>(List.of("a", "b"), 0, 2, 2));
	}

}
