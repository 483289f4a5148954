package cellar.catalog.document;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EustoreCatalogsTests {

	private static final String GOLDEN = """
			{
			  "version" : "eustore-catalog-2011-12-29",
			  "serial" : 7,
			  "published" : "2026-11-22T10:11:12Z",
			  "expires" : "2026-12-22T10:11:12Z",
			  "images" : [
			    {
			      "name" : "NAME",
			      "description" : "Debian 6 1.3GB root, Single Kernel",
			      "version" : "2012.1.14",
			      "architecture" : "x86_64",
			      "os" : "debian",
			      "url" : "starter-emis/debian-x86_64-20120114/3f2504e0-4f89-41d3-9a0c-0305e82c3301/debian-x86_64-20120114.tgz",
			      "date" : "20120114152138",
			      "recipe" : "debian-based",
			      "stamp" : "3752-f34a",
			      "contact" : "images@example.org",
			      "single-kernel" : "True",
			      "hypervisors-supported" : [
			        "xen",
			        "kvm"
			      ],
			      "virtualization_type" : "paravirtual",
			      "username" : "root",
			      "id" : "00000000-0000-0000-0000-000000000001",
			      "label" : "debian-x86_64-20120114",
			      "size" : 11,
			      "md5" : "5eb63bbbe01eeed093cb22bb8f5acdc3",
			      "sha256" : "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9",
			      "state" : "active"
			    }
			  ]
			}""";

	private final EustoreCatalogs catalogs = new EustoreCatalogs();

	private final Edition edition = Editions
		.of(Editions.image("debian-x86_64-20120114", "Debian 6 1.3GB root, Single Kernel", true));

	@Test
	void readableHasReadableNames() {
		RenderedDocument document = this.catalogs.readable(this.edition);
		assertThat(document.name()).isEqualTo("catalog.json");
		assertThat(text(document)).isEqualTo(GOLDEN.replace("NAME", "debian-x86_64-20120114"));
	}

	@Test
	void numberedHasTenDigitNames() {
		RenderedDocument document = this.catalogs.numbered(this.edition);
		assertThat(document.name()).isEqualTo("catalog");
		assertThat(text(document)).isEqualTo(GOLDEN.replace("NAME", "0481432305"));
	}

	@ParameterizedTest
	@CsvSource({ "true, True", "false, ''" })
	void singleKernelIsTrueAsTextOrEmpty(boolean single, String expected) {
		RenderedDocument document = this.catalogs.numbered(Editions.of(Editions.image("a", "b", single)));
		assertThat(text(document)).contains("\"single-kernel\" : \"" + expected + "\"");
	}

	@Test
	void entryTellsWhatUsersAskBeforeTheyStartAnImage() {
		assertThat(text(this.catalogs.readable(Editions.of(Editions.deprecated("a", "b"))))).contains("""
				      "state" : "deprecated",
				      "successor" : "b",
				      "tested" : "failed",
				      "verified" : [
				        {
				          "result" : "passed",
				          "against" : "eucalyptus 3.4",
				          "at" : "2014-01-09"
				        },
				        {
				          "result" : "failed"
				        }
				      ],
				      "min-size" : "m1.medium",
				      "notes" : "slow",
				      "labels" : {
				        "team" : "a"
				      }
				""".stripTrailing());
	}

	@Test
	void readableWhenThereIsNothingIsStillACatalog() {
		assertThat(text(this.catalogs.readable(Editions.of()))).contains("\"images\" : [ ]");
	}

	private static String text(RenderedDocument document) {
		return new String(document.content(), StandardCharsets.UTF_8);
	}

}
