package cellar.catalog.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SignaturesTests {

	@Test
	void ofWhenThereIsNoKeyIsNone() {
		assertThat(TestKeys.none().of(new byte[0])).isEmpty();
		assertThat(new Signatures(new SigningProperties(" ", List.of())).keys()).isEmpty();
	}

	@Test
	void ofSignsWithTheFirstKeyFirst() {
		assertThat(TestKeys.both().of(new byte[0])).extracting(KeySignature::first).containsExactly(true, false);
		assertThat(TestKeys.both().of(new byte[0])).extracting(KeySignature::keyId)
			.containsExactlyElementsOf(TestKeys.both().keys().stream().map(VerificationKey::id).toList());
	}

	@Test
	void keyMayBeInAFile(@TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("key.pem"), TestKeys.FIRST);
		Signatures signatures = new Signatures(new SigningProperties("file:" + file, List.of()));
		assertThat(signatures.keys()).singleElement()
			.extracting(VerificationKey::id)
			.isEqualTo(TestKeys.both().keys().getFirst().id());
	}

	@Test
	void keyWhenItsFileIsMissingIsNamed(@TempDir Path directory) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Signatures(new SigningProperties("file:" + directory.resolve("nothing"), List.of())))
			.withMessageContaining("nothing' cannot be read");
	}

	@Test
	void otherKeysAloneAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Signatures(new SigningProperties("", List.of(TestKeys.FIRST))))
			.withMessageContaining("cellar.catalog.signing-key");
	}

	@Test
	void keyThatIsGivenTwiceIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Signatures(new SigningProperties(TestKeys.FIRST, List.of(TestKeys.FIRST))))
			.withMessageContaining("must differ");
	}

	@Test
	void propertiesTellNoKey() {
		assertThat(new SigningProperties(TestKeys.FIRST, List.of(TestKeys.SECOND)))
			.hasToString("SigningProperties[others=1]");
	}

}
