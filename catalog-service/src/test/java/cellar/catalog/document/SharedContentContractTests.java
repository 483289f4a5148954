package cellar.catalog.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cellar.common.test.eustore.Euca2ools20;
import cellar.common.test.eustore.Euca2ools21;
import cellar.common.test.eustore.Euca2ools30;
import cellar.common.test.eustore.Simplecli;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two images of one content, in the eyes of those who know images by their numbers.
 */
class SharedContentContractTests {

	private static final String URL = "http://images.example/";

	private static final byte[] CONTENT = PublishedWebsite.content(PublishedWebsite.NEWEST);

	private static final String NUMBER = PublishedWebsite.number(PublishedWebsite.NEWEST);

	private final PublishedWebsite website = PublishedWebsite.ofSharedContent(URL);

	@Test
	void oldestClientsTellThemApartByTheirNames() {
		Euca2ools20 client = new Euca2ools20(this.website, URL);
		assertThat(client.describeImages(false)).hasSize(2);
		assertThat(client.installImage(PublishedWebsite.NEWEST)).isEqualTo(CONTENT);
		assertThat(client.installImage(PublishedWebsite.OLDEST)).isEqualTo(CONTENT);
	}

	@Test
	void laterClientsListBothUnderOneNumberThatIsTheirContent() {
		Euca2ools21 second = new Euca2ools21(this.website, URL);
		assertThat(second.describeImages(false)).hasSize(2).allMatch((line) -> line.startsWith(NUMBER));
		assertThat(second.installImage(NUMBER, null).tarball()).isEqualTo(CONTENT);
		Euca2ools30 third = new Euca2ools30(this.website, URL);
		assertThat(third.describeImages(false)).hasSize(2).allMatch((line) -> line.startsWith(NUMBER));
		assertThat(third.installImage(NUMBER, null).tarball()).isEqualTo(CONTENT);
		assertThat(new Simplecli(this.website, URL).images()).hasSize(2);
	}

	@Test
	void checksumsNameTheFileOnce() {
		String sums = new String(this.website.get(URI.create(URL + "SHA256SUMS"), Map.of()).body(),
				StandardCharsets.UTF_8);
		assertThat(sums.lines().filter((line) -> !line.startsWith("#"))).hasSize(1);
	}

}
