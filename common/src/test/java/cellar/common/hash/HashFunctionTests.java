package cellar.common.hash;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HashFunctionTests {

	@ParameterizedTest
	@CsvSource({ "MD5, hello world, 5eb63bbbe01eeed093cb22bb8f5acdc3",
			"SHA_256, hello world, b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9" })
	void hexOfIsLowerCase(HashFunction function, String content, String hex) {
		assertThat(function.hexOf(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(hex);
	}

}
