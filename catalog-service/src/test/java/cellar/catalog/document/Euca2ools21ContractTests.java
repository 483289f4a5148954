package cellar.catalog.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cellar.common.test.eustore.ClientFailedException;
import cellar.common.test.eustore.Euca2ools21;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class Euca2ools21ContractTests {

	private static final String URL = "http://images.example/";

	private final PublishedWebsite website = new PublishedWebsite(URL);

	private final Euca2ools21 client = new Euca2ools21(this.website, URL);

	@Test
	void describeImagesPrintsTheColumnsThatItAlwaysDid() {
		assertThat(this.client.describeImages(false)).containsExactly(
				number(PublishedWebsite.NEWEST)
						+ " centos      x86_64  2011.12.28     xen, kvm          CentOS 5 4.5GB root, Single Kernel",
				number(PublishedWebsite.SEPARATE)
						+ " debian      x86_64  experimental-..xen, kvm          Debian 6 25MB root, Hypervisor-Specific Kernels",
				number(PublishedWebsite.OLDEST)
						+ " centos      x86_64  2011.11.10     xen, kvm          CentOS 5 1.3GB root, Single Kernel");
	}

	@Test
	void describeImagesWhenVerboseFindsAllThatItNeeds() {
		assertThat(this.client.describeImages(true)).hasSize(6);
	}

	@Test
	void describeImagesPrintsWhatTheOriginalPrinted() {
		this.website.instead("catalog", number(PublishedWebsite.SEPARATE), "0254397528")
			.instead("catalog", "experimental-images", "2026.01.01")
			.instead("catalog", "Debian 6 25MB root", "Tiny multi 25MB root");
		assertThat(this.client.describeImages(false))
			.contains("0254397528 debian      x86_64  2026.01.01     xen, kvm          "
					+ "Tiny multi 25MB root, Hypervisor-Specific Kernels");
	}

	@ParameterizedTest
	@ValueSource(strings = { PublishedWebsite.NEWEST, PublishedWebsite.SEPARATE, PublishedWebsite.OLDEST })
	void installImageGetsTheImageAndFindsItWhole(String name) {
		assertThat(this.client.installImage(number(name), "kvm").tarball()).isEqualTo(PublishedWebsite.content(name));
	}

	@Test
	void installImageWhenOneKernelServesAllNeedsNoHypervisor() {
		assertThat(this.client.installImage(number(PublishedWebsite.NEWEST), null).kernelsOf()).isNull();
	}

	@Test
	void installImageWhenKernelsAreSeparateAsksForTheHypervisor() {
		assertThatExceptionOfType(ClientFailedException.class)
			.isThrownBy(() -> this.client.installImage(number(PublishedWebsite.SEPARATE), null))
			.withMessageContaining("-k option must be specified");
	}

	@Test
	void installImageWhenContentIsDamagedFindsOut() {
		this.website.damage(PublishedWebsite.OLDEST);
		assertThatExceptionOfType(ClientFailedException.class)
			.isThrownBy(() -> this.client.installImage(number(PublishedWebsite.OLDEST), null))
			.withMessageContaining("incomplete or corrupt");
	}

	@Test
	void installImageWhenSingleKernelWereABooleanWouldFail() {
		this.website.instead("catalog", "\"single-kernel\" : \"True\"", "\"single-kernel\" : true");
		assertThatExceptionOfType(ClientFailedException.class)
			.isThrownBy(() -> this.client.installImage(number(PublishedWebsite.NEWEST), null))
			.withMessageContaining("-k option must be specified");
	}

	private static String number(String name) {
		return PublishedWebsite.number(name);
	}

}
