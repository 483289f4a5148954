package cellar.catalog.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.hash.HashFunction;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogSchemaTests {

	private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
			(builder) -> builder
				.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

	private final RenderedDocument document = new CatalogSchema().schema();

	private final EustoreCatalogs catalogs = new EustoreCatalogs();

	private final Edition edition = Editions.of(Editions.image("debian-x86_64-20120114", "Debian 6", true),
			Editions.image("centos", "CentOS 5", false), Editions.deprecated("old", "debian-x86_64-20120114"));

	@Test
	void schemaFitsTheSchemaOfSchemas() {
		Schema meta = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
		assertThat(meta.validate(text(this.document), InputFormat.JSON)).isEmpty();
	}

	@Test
	void bothDialectsFitTheSchema() {
		assertThat(errors(text(this.catalogs.readable(this.edition)))).isEmpty();
		assertThat(errors(text(this.catalogs.numbered(this.edition)))).isEmpty();
		assertThat(errors(text(this.catalogs.numbered(Editions.of())))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"single-kernel" : "True"    | "single-kernel" : "False"
			"single-kernel" : "True"    | "single-kernel" : true
			"url" : "starter-emis/      | "url" : "http://images.example/starter-emis/
			"url" : "starter-emis/      | "url" : "/starter-emis/
			"contact" :                 | "kontact" :
			"sha256" : "b9              | "sha256" : "B9
			"size" : 11                 | "size" : "11"
			"serial" : 7                | "serial" : 0
			"expires" : "2026-12-22T    | "expires" : "22/12/2026 T
			"result" : "passed"         | "result" : "well"
			"at" : "2014-01-09"         | "at" : "9.1.2014"
			"date" : "20120114152138"   | "date" : "2012-01-14"
			""")
	void documentWhenItsFormIsWrongDoesNotFit(String right, String wrong) {
		String valid = text(this.catalogs.readable(this.edition));
		assertThat(valid).contains(right);
		assertThat(errors(valid.replace(right, wrong))).isNotEmpty();
	}

	@Test
	void documentWhenItHasMoreFieldsStillFits() {
		String valid = text(this.catalogs.readable(this.edition));
		assertThat(errors(valid.replace("\"serial\" : 7", "\"serial\" : 7, \"more\" : []"))).isEmpty();
	}

	@Test
	void schemaWhenItIsChangedNeedsAnotherName() {
		assertThat(this.document.name()).isEqualTo("schemas/catalog-1.json");
		assertThat(HashFunction.SHA_256.hexOf(this.document.content()))
			.isEqualTo("8643879523b0caef26d95b191286509654ae37df433001edc393c6bcd97a82db");
		assertThat(this.document.isPointer()).isFalse();
	}

	private List<Error> errors(String json) {
		return REGISTRY.getSchema(text(this.document), InputFormat.JSON).validate(json, InputFormat.JSON);
	}

	private static String text(RenderedDocument rendered) {
		return new String(rendered.content(), StandardCharsets.UTF_8);
	}

}
