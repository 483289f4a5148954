package cellar.catalog.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.eustore.ClientFailedException;
import cellar.common.test.eustore.Euca2ools30;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class Euca2ools30ContractTests {

	private static final String URL = "http://images.example/mirror";

	private final PublishedWebsite website = new PublishedWebsite(URL + "/");

	private final Euca2ools30 client = new Euca2ools30(this.website, URL);

	@Test
	void describeImagesSeparatesByTabs() {
		assertThat(this.client.describeImages(false)).hasSize(3)
			.first()
			.isEqualTo(PublishedWebsite.number(PublishedWebsite.NEWEST)
					+ "\tcentos\tx86_64\t2011.12.28\txen,kvm\tCentOS 5 4.5GB root, Single Kernel");
	}

	@Test
	void describeImagesWhenVerboseGoesOnOnTheSameLine() {
		assertThat(this.client.describeImages(true)).hasSize(3)
			.first()
			.asString()
			.contains("Single Kernel\t20111228123426\t")
			.endsWith("\tcentos-based\t");
	}

	@ParameterizedTest
	@ValueSource(strings = { PublishedWebsite.NEWEST, PublishedWebsite.SEPARATE, PublishedWebsite.OLDEST })
	void installImageGetsTheImageAndFindsItWhole(String name) {
		assertThat(this.client.installImage(PublishedWebsite.number(name), null).tarball())
			.isEqualTo(PublishedWebsite.content(name));
	}

	@Test
	void installImageByPartOfANameFindsNothing() {
		assertThatExceptionOfType(ClientFailedException.class)
			.isThrownBy(
					() -> this.client.installImage(PublishedWebsite.number(PublishedWebsite.NEWEST).substring(1), null))
			.withMessageContaining("no such image");
	}

	@Test
	void installImageWhenKernelsAreSeparateTakesThoseOfTheHypervisor() {
		assertThat(this.client.installImage(PublishedWebsite.number(PublishedWebsite.SEPARATE), "kvm").kernelsOf())
			.isEqualTo("kvm");
	}

	@ParameterizedTest
	@ValueSource(strings = { "False", "no" })
	void installImageWhenSingleKernelWereAnyTextWouldTakeTheFirstKernel(String text) {
		this.website.instead("catalog", "\"single-kernel\" : \"\"", "\"single-kernel\" : \"" + text + "\"");
		assertThat(this.client.installImage(PublishedWebsite.number(PublishedWebsite.SEPARATE), "kvm").kernelsOf())
			.isNull();
	}

	@Test
	void installImageWhenContentIsDamagedFindsOut() {
		this.website.damage(PublishedWebsite.NEWEST);
		assertThatExceptionOfType(ClientFailedException.class)
			.isThrownBy(() -> this.client.installImage(PublishedWebsite.number(PublishedWebsite.NEWEST), null))
			.withMessageContaining("corrupt");
	}

}
