package cellar.common.catalog;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogDocumentTests {

	private final JsonMapper json = new JsonMapper();

	@Test
	void writeThenReadIsTheSame() {
		CatalogEntry entry = new CatalogEntry("debian-x86_64-20120114", "Debian 6", "2012.1.14", "x86_64", "debian",
				"starter-emis/a/b/c.tgz", "20120114152138", "debian-based", "3752-f34a", "", "True",
				List.of("xen", "kvm"), "paravirtual", "root", "1", "debian-x86_64-20120114", 12L, "m", "s",
				"deprecated", "debian-x86_64-20130101", "passed", List.of(Map.of("result", "passed")), "m1.small",
				"slow", Map.of("team", "a"));
		CatalogDocument document = new CatalogDocument(CatalogDocument.FORMAT, 7L, "2026-11-22T10:00:00Z",
				"2026-12-22T10:00:00Z", List.of(entry));
		String text = this.json.writeValueAsString(document);
		assertThat(text).contains("\"single-kernel\":\"True\"", "\"hypervisors-supported\":[\"xen\",\"kvm\"]",
				"\"virtualization_type\":\"paravirtual\"", "\"min-size\":\"m1.small\"");
		assertThat(this.json.readValue(text, CatalogDocument.class)).isEqualTo(document);
	}

	@Test
	void readWhenEntryHasUnknownKeysIgnoresThem() {
		String text = """
				{"future": 1, "serial": 3, "images": [{"name": "a", "hypervisors-supported": [], "notes": "x"}]}""";
		CatalogDocument document = this.json.readValue(text, CatalogDocument.class);
		assertThat(document.serial()).isEqualTo(3);
		assertThat(document.images()).extracting(CatalogEntry::name).containsExactly("a");
	}

}
