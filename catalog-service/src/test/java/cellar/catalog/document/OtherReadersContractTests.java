package cellar.catalog.document;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cellar.common.test.eustore.EmisPage;
import cellar.common.test.eustore.Simplecli;

import static org.assertj.core.api.Assertions.assertThat;

class OtherReadersContractTests {

	private static final String URL = "http://images.example/mirror/";

	private final PublishedWebsite website = new PublishedWebsite(URL);

	@Test
	void simplecliFindsAllTwelveFieldsAndFiltersByThem() {
		Simplecli menu = new Simplecli(this.website, URL);
		assertThat(menu.images()).hasSize(3);
		assertThat(menu.images("os=fedora,centos", "date=-gt:20111201000000"))
			.containsExactly(PublishedWebsite.number(PublishedWebsite.NEWEST));
	}

	@Test
	void emisPageShowsEveryImageAndLinksToItsFile() {
		List<EmisPage.Row> rows = new EmisPage(this.website, URI.create(URL + "index.html")).rows();
		assertThat(rows).hasSize(3)
			.allSatisfy((row) -> assertThat(this.website.get(row.link(), Map.of()).status()).isEqualTo(200));
		assertThat(rows.getLast().cells()).containsExactly(PublishedWebsite.number(PublishedWebsite.OLDEST),
				"2011.11.10", "CentOS 5 1.3GB root, Single Kernel", "", "x86_64", "centos");
	}

}
