package cellar.catalog.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Expected values are those of RFC 8032, 7.1.
 */
class SigningKeyTests {

	private final SigningKey key = SigningKey.read(TestKeys.FIRST);

	@Test
	void signGivesTheSignatureOfTheStandard() {
		assertThat(HexFormat.of().formatHex(this.key.sign(new byte[0])))
			.isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
					+ "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
		assertThat(HexFormat.of().formatHex(SigningKey.read(TestKeys.SECOND).sign(new byte[] { 0x72 })))
			.isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
					+ "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
	}

	@Test
	void verifiesOnlyWhatWasSigned() {
		byte[] content = "catalog".getBytes(StandardCharsets.UTF_8);
		byte[] signature = this.key.sign(content);
		assertThat(this.key.verification().verifies(content, signature)).isTrue();
		assertThat(this.key.verification().verifies(new byte[] { 1 }, signature)).isFalse();
		signature[5] ^= 1;
		assertThat(this.key.verification().verifies(content, signature)).isFalse();
		assertThat(this.key.verification().verifies(content, new byte[3])).isFalse();
		assertThat(SigningKey.read(TestKeys.SECOND).verification().verifies(content, this.key.sign(content))).isFalse();
	}

	@Test
	void pemIsThatOfThePublicKey() {
		assertThat(this.key.verification().pem()).isEqualTo("""
				-----BEGIN PUBLIC KEY-----
				MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
				-----END PUBLIC KEY-----
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "secret", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\n=\n-----END PRIVATE KEY-----",
			"-----BEGIN EC PRIVATE KEY-----\nc2VjcmV0\n-----END EC PRIVATE KEY-----" })
	void readWhenTextIsNoKeySaysSoWithoutTheText(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.read(text))
			.withMessageStartingWith("A signing key must be")
			.withNoCause()
			.withMessageNotContaining("secret")
			.withMessageNotContaining("c2VjcmV0");
	}

	@Test
	void toStringTellsNothingPrivate() {
		assertThat(this.key).hasToString("SigningKey[" + this.key.verification().id() + "]");
	}

}
