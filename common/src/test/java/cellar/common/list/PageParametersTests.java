package cellar.common.list;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cellar.common.problem.InvalidParameterException;
import cellar.common.problem.Violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageParametersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-1      | 50   | page | must be 0 to 1000000
			1000001 | 50   | page | must be 0 to 1000000
			0       | 0    | size | must be 1 to 1000
			0       | 1001 | size | must be 1 to 1000
			""")
	void constructorWhenValueIsOutOfRangeNamesTheParameter(int page, int size, String parameter, String message) {
		assertThatExceptionOfType(InvalidParameterException.class).isThrownBy(() -> new PageParameters(page, size))
			.satisfies((ex) -> assertThat(ex.violation()).isEqualTo(new Violation(parameter, message)));
	}

	@Test
	void defaultsAreAllowed() {
		PageParameters defaults = new PageParameters(Integer.parseInt(PageParameters.FIRST_PAGE),
				Integer.parseInt(PageParameters.DEFAULT_SIZE));
		assertThat(defaults.page()).isZero();
		assertThat(defaults.size()).isEqualTo(50);
	}

}
