package cellar.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ImportKeyPairResponse;
import software.amazon.awssdk.services.ec2.model.KeyPairInfo;
import software.amazon.awssdk.services.ec2.model.ResourceType;

import cellar.simulation.profile.CloudProfile;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPairIntegrationTests {

	private static final String ED25519 = "ssh-ed25519 "
			+ "AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me";

	private final SimulatedCloud cloud = SimulatedCloud.builder().start();

	private final Ec2Client ec2 = Clients.of(this.cloud);

	@AfterEach
	void stop() {
		this.ec2.close();
		this.cloud.close();
	}

	@Test
	void importWhenKeyIsRsaAnswersTheFingerprintOfItsDerForm() throws Exception {
		RSAPublicKey key = rsa();
		ImportKeyPairResponse imported = importKey(this.ec2, "k", line(key));
		byte[] md5 = MessageDigest.getInstance("MD5").digest(key.getEncoded());
		assertThat(imported.keyFingerprint()).isEqualTo(HexFormat.ofDelimiter(":").formatHex(md5));
		assertThat(imported.keyPairId()).matches("key-[0-9a-f]{17}");
	}

	@Test
	void describeShowsAKeyPairUntilItIsDeleted() {
		importKey(this.ec2, "k", ED25519);
		assertThat(this.ec2.describeKeyPairs((describe) -> describe.includePublicKey(true)).keyPairs()).singleElement()
			.satisfies((pair) -> {
				assertThat(pair.keyName()).isEqualTo("k");
				assertThat(pair.keyTypeAsString()).isEqualTo("ed25519");
				assertThat(pair.publicKey()).isEqualTo(ED25519);
			});
		assertThat(this.cloud.control().resources().keyPairs()).containsExactly("k");
		this.ec2.deleteKeyPair((delete) -> delete.keyName("k"));
		this.ec2.deleteKeyPair((delete) -> delete.keyName("k"));
		Clients.assertRefused(() -> this.ec2.describeKeyPairs((describe) -> describe.keyNames("k")))
			.isEqualTo("400 InvalidKeyPair.NotFound");
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
	}

	@Test
	void importWhenNameIsTakenIsRefused() {
		importKey(this.ec2, "k", ED25519);
		Clients.assertRefused(() -> importKey(this.ec2, "k", ED25519)).isEqualTo("400 InvalidKeyPair.Duplicate");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "ssh-rsa AAAA", "ssh-dss AAAAB3NzaC1kc3MAAAAA",
			"ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f",
			"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgM=", "-----BEGIN PUBLIC KEY-----\nAAAA" })
	void importWhenKeyIsBrokenIsRefused(String line) {
		Clients.assertRefused(() -> importKey(this.ec2, "k", line)).isEqualTo("400 InvalidKey.Format");
		assertThat(this.cloud.control().resources().isEmpty()).isTrue();
	}

	@Test
	void importTakesTags() {
		this.ec2.importKeyPair((key) -> key.keyName("k")
			.publicKeyMaterial(SdkBytes.fromUtf8String(ED25519))
			.tagSpecifications(Clients.tags(ResourceType.KEY_PAIR, "a", "b")));
		assertThat(this.ec2.describeKeyPairs((describe) -> describe.filters(Clients.filter("tag:a", "b"))).keyPairs())
			.extracting(KeyPairInfo::keyName)
			.containsExactly("k");
	}

	@Test
	void importOnEucalyptusTakesRsaKeysWithoutTagsOnly() throws Exception {
		try (SimulatedCloud eucalyptus = SimulatedCloud.builder().profile(CloudProfile.EUCALYPTUS_5).start();
				Ec2Client client = Clients.of(eucalyptus)) {
			Clients.assertRefused(() -> importKey(client, "k", ED25519)).isEqualTo("400 InvalidKey.Format");
			SdkBytes line = SdkBytes.fromUtf8String(line(rsa()));
			Clients
				.assertRefused(() -> client.importKeyPair((key) -> key.keyName("k")
					.publicKeyMaterial(line)
					.tagSpecifications(Clients.tags(ResourceType.KEY_PAIR, "a", "b"))))
				.isEqualTo("400 UnknownParameter");
			importKey(client, "k", line.asUtf8String());
		}
	}

	private static ImportKeyPairResponse importKey(Ec2Client ec2, String name, String line) {
		return ec2.importKeyPair((key) -> key.keyName(name).publicKeyMaterial(SdkBytes.fromUtf8String(line)));
	}

	private static RSAPublicKey rsa() throws Exception {
		KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		return (RSAPublicKey) generator.generateKeyPair().getPublic();
	}

	private static String line(RSAPublicKey key) {
		ByteBuffer blob = ByteBuffer.allocate(1024);
		for (byte[] field : new byte[][] { "ssh-rsa".getBytes(StandardCharsets.US_ASCII),
				key.getPublicExponent().toByteArray(), key.getModulus().toByteArray() }) {
			blob.putInt(field.length).put(field);
		}
		byte[] written = new byte[blob.flip().remaining()];
		blob.get(written);
		return "ssh-rsa " + Base64.getEncoder().encodeToString(written) + " me@example.org";
	}

}
