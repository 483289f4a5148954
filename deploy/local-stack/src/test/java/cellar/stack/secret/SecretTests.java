package cellar.stack.secret;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretTests {

	@Test
	void hashIsWhatServicesCompare() {
		assertThat(new Secret("abc").hash())
			.isEqualTo("{sha256}ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

	@Test
	void toStringShowsNothing() {
		assertThat(new Secret("abc")).hasToString("Secret[]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "two words", "umläut", "a\nb", "a=b" })
	void secretWhenItCannotBeSentIsRefusedWithoutShowingIt(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Secret(value))
			.withMessageStartingWith("A token must consist of");
	}

}
