package cellar.common.catalog;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EustoreNameTests {

	@ParameterizedTest
	@CsvSource({ "d41d8cd98f00b204e9800998ecf8427e, 1136548044", "5eb63bbbe01eeed093cb22bb8f5acdc3, 0481432305",
			"7707d6ae4e027c70eea2a935c2296f21, 2035423578", "fe5067706fde605fcc635835a1e52fc8, 0013473584" })
	void ofMd5IsTheChecksumOfItsText(String md5, String name) {
		assertThat(EustoreName.ofMd5(md5)).hasToString(name);
	}

	@Test
	void ofMd5WhenTheMachineWritesOtherDigitsIsTheSame() {
		Locale usual = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("ar-EG"));
		try {
			assertThat(EustoreName.ofMd5("5eb63bbbe01eeed093cb22bb8f5acdc3")).hasToString("0481432305");
		}
		finally {
			Locale.setDefault(usual);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "D41D8CD98F00B204E9800998ECF8427E", "d41d8cd9" })
	void ofMd5WhenNotAnMd5Fails(String md5) {
		assertThatIllegalArgumentException().isThrownBy(() -> EustoreName.ofMd5(md5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "123456789", "12345678901", "123456789x" })
	void constructorWhenNotTenDigitsFails(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new EustoreName(value));
		assertThat(EustoreName.isLike(value)).isFalse();
	}

	@Test
	void isLikeWhenTenDigits() {
		assertThat(EustoreName.isLike("0013473584")).isTrue();
	}

}
