package cellar.catalog.document;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksumsTests {

	@Test
	void renderTellsPublicationAndEachContentOnce() {
		RenderedDocument sums = new Checksums()
			.render(Editions.of(Editions.image("a", "", true), Editions.image("a", "again", true)));
		assertThat(sums.name()).isEqualTo("SHA256SUMS");
		assertThat(new String(sums.content(), StandardCharsets.UTF_8)).isEqualTo("""
				# serial: 7
				# published: 2026-11-22T10:11:12Z
				# expires: 2026-12-22T10:11:12Z
				b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9  \
				starter-emis/a/3f2504e0-4f89-41d3-9a0c-0305e82c3301/a.tgz
				""");
	}

}
