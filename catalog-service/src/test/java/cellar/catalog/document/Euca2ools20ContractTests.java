package cellar.catalog.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.eustore.ClientFailedException;
import cellar.common.test.eustore.Euca2ools20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class Euca2ools20ContractTests {

	private static final String URL = "http://images.example/mirror/";

	private final PublishedWebsite website = new PublishedWebsite(URL);

	private final Euca2ools20 client = new Euca2ools20(this.website, URL);

	@Test
	void describeImagesPrintsTheColumnsThatItAlwaysDid() {
		assertThat(this.client.describeImages(false)).containsExactly(
				"centos-lg-x86_64-20111228centos      x86_64  2011.12.28     CentOS 5 4.5GB root, Single Kernel",
				"debian-multi-x86_64-201..debian      x86_64  experimental-..Debian 6 25MB root, Hypervisor-Specific Kernels",
				"centos-x86_64-20111110   centos      x86_64  2011.11.10     CentOS 5 1.3GB root, Single Kernel");
	}

	@Test
	void describeImagesWhenVerboseFindsAllThatItNeeds() {
		assertThat(this.client.describeImages(true)).hasSize(6)
			.element(1)
			.asString()
			.startsWith("     20111228123426      ")
			.endsWith("centos-based           ");
	}

	@ParameterizedTest
	@ValueSource(strings = { PublishedWebsite.NEWEST, PublishedWebsite.SEPARATE, PublishedWebsite.OLDEST })
	void installImageByNameGetsThatImageAndNoOther(String name) {
		assertThat(this.client.installImage(name)).isEqualTo(PublishedWebsite.content(name));
	}

	@Test
	void installImageByPartOfANameGetsTheNewestThatFits() {
		assertThat(this.client.installImage("centos")).isEqualTo(PublishedWebsite.content(PublishedWebsite.NEWEST));
	}

	@Test
	void installImageWhenUrlWereAbsoluteWouldFail() {
		this.website.instead("catalog.json", "starter-emis/", URL + "starter-emis/");
		assertThatExceptionOfType(ClientFailedException.class)
			.isThrownBy(() -> this.client.installImage(PublishedWebsite.NEWEST))
			.withMessage("HTTP Error 404");
	}

	@ParameterizedTest
	@ValueSource(strings = { "date", "stamp", "recipe", "contact" })
	void describeImagesWhenAFieldWereMissingWouldFail(String field) {
		this.website.instead("catalog.json", "\"" + field + "\"", "\"other\"");
		assertThatExceptionOfType(ClientFailedException.class).isThrownBy(() -> this.client.describeImages(true))
			.withMessage("'" + field + "'");
	}

}
