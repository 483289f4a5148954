package cellar.provisioning.ec2;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests how the instance types of Eucalyptus are rewritten.
 */
class EucalyptusInstanceTypesTests {

	@Test
	void rewriteWhenTypesAreOfEucalyptusWritesThoseOfEc2() {
		assertThat(rewrite("""
				<e:DescribeInstanceTypesResponseType xmlns:e="http://msgs.eucalyptus.com/">
				  <e:instanceTypeDetails>
				    <e:item>
				      <e:name> m1.small </e:name><e:cpu>2</e:cpu><e:disk>10</e:disk><e:memory>512</e:memory>
				      <e:availability><e:item><e:name>zone-a</e:name><e:cpu>99</e:cpu></e:item></e:availability>
				    </e:item>
				    <e:item><e:name>a&amp;b</e:name><e:cpu>1</e:cpu><e:memory>256</e:memory></e:item>
				  </e:instanceTypeDetails>
				</e:DescribeInstanceTypesResponseType>
				""")).isEqualTo("<DescribeInstanceTypesResponse><instanceTypeSet>" + type("m1.small", 2, 512, 10)
				+ type("a&amp;b", 1, 256, 0) + "</instanceTypeSet></DescribeInstanceTypesResponse>");
	}

	@Test
	void rewriteWhenTypesAreOfEc2LeavesThemAlone() {
		String document = "<DescribeInstanceTypesResponse><instanceTypeSet/></DescribeInstanceTypesResponse>";
		assertThat(rewrite(document)).isEqualTo(document);
	}

	@Test
	void rewriteWhenThereIsNoTypeWritesAnEmptyList() {
		assertThat(rewrite("<a><instanceTypeDetails/></a>")).isEqualTo(
				"<DescribeInstanceTypesResponse><instanceTypeSet></instanceTypeSet></DescribeInstanceTypesResponse>");
	}

	@Test
	void rewriteWhenDocumentIsCutOffThrows() {
		assertThatExceptionOfType(SdkClientException.class)
			.isThrownBy(() -> rewrite("<a><instanceTypeDetails><item><name>m1"))
			.withMessageContaining("not well-formed");
	}

	@Test
	void rewriteWhenDocumentNamesAnExternalEntityDoesNotReadIt(@TempDir Path directory) throws Exception {
		Path secret = Files.writeString(directory.resolve("secret"), "secret");
		assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> rewrite(
				"<!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a><instanceTypeDetails><item><name>&e;</name></item></instanceTypeDetails></a>"
					.formatted(secret.toUri())));
	}

	private static String type(String name, int cpus, int memory, int disk) {
		return """
				<item><instanceType>%s</instanceType><vCpuInfo><defaultVCpus>%d</defaultVCpus></vCpuInfo>\
				<memoryInfo><sizeInMiB>%d</sizeInMiB></memoryInfo>\
				<instanceStorageInfo><totalSizeInGB>%d</totalSizeInGB></instanceStorageInfo></item>""".formatted(name,
				cpus, memory, disk);
	}

	private static String rewrite(String document) {
		return new String(EucalyptusInstanceTypes.rewrite(document.getBytes(StandardCharsets.UTF_8)),
				StandardCharsets.UTF_8);
	}

}
