package cellar.gateway.disk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Slicing}.
 */
class SlicingTests {

	private static final int SLICE = 10_000;

	@ParameterizedTest
	@CsvSource({ "0, 0", "1, 1", "9999, 1", "10000, 1", "10001, 2", "9223372036854775807, 922337203685478" })
	void countTakesTheLastSliceInEvenIfItIsShort(long length, long count) {
		assertThat(new Slicing(length, SLICE).count()).isEqualTo(count);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "9999, 0", "10000, 1", "24999, 2" })
	void sliceIsTheOneThatAByteIsIn(long position, int slice) {
		assertThat(new Slicing(25_000, SLICE).slice(position)).isEqualTo(slice);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 10000, 12288", "1, 10000, 20000, 12288", "2, 20000, 25000, 8192" })
	void slicesLieOneAfterTheOther(int slice, long start, long end, long footprint) {
		Slicing slicing = new Slicing(25_000, SLICE);
		assertThat(slicing.start(slice)).isEqualTo(start);
		assertThat(slicing.end(slice)).isEqualTo(end);
		assertThat(slicing.length(slice)).isEqualTo(end - start);
		assertThat(slicing.footprint(slice)).isEqualTo(footprint);
	}

	@Test
	void startWhenTheBodyIsLargeDoesNotOverflow() {
		assertThat(new Slicing(1L << 40, 1 << 20).start(1 << 19)).isEqualTo(1L << 39);
	}

	@Test
	void createWhenItCannotBeFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Slicing(-1, SLICE));
		assertThatIllegalArgumentException().isThrownBy(() -> new Slicing(1, 0));
	}

}
