package cellar.gateway.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StridesTests {

	private static final long AT_ONCE = Duration.ofMillis(1).toNanos();

	private static final long LATE = Duration.ofSeconds(1).toNanos();

	private final Strides strides = new Strides();

	@Test
	void whoTakesBytesAtOnceGetsMoreAndMore() {
		try (Stride stride = this.strides.begin()) {
			assertThat(length(stride)).isEqualTo(Stride.SHORTEST);
			stride.took(AT_ONCE);
			assertThat(length(stride)).isEqualTo(2 * Stride.SHORTEST);
			grow(stride);
			assertThat(length(stride)).isEqualTo(Stride.LONGEST);
			assertThat(stride.buffer(100).remaining()).isEqualTo(100);
		}
	}

	@Test
	void whoIsWaitedForGetsLittle() {
		try (Stride stride = this.strides.begin()) {
			grow(stride);
			stride.took(LATE);
			assertThat(length(stride)).isEqualTo(Stride.SHORTEST);
			assertThat(stride.buffer(Long.MAX_VALUE).capacity()).isEqualTo(Stride.SHORTEST);
		}
	}

	@Test
	void thousandsWhoStopReadingShareWhatThereIs() {
		List<Stride> stopped = new ArrayList<>();
		for (int client = 0; client < 10_000; client++) {
			stopped.add(this.strides.begin());
			grow(stopped.getLast());
		}
		long all = stopped.stream().mapToLong(StridesTests::length).sum();
		assertThat(all).isLessThanOrEqualTo(10_000L * Stride.SHORTEST + 32 * 1024 * 1024);
		assertThat(length(stopped.getLast())).isEqualTo(Stride.SHORTEST);
		stopped.forEach(Stride::close);
		try (Stride next = this.strides.begin()) {
			grow(next);
			assertThat(length(next)).isEqualTo(Stride.LONGEST);
		}
	}

	private static void grow(Stride stride) {
		for (int i = 0; i < 10; i++) {
			stride.took(AT_ONCE);
		}
	}

	private static int length(Stride stride) {
		return stride.buffer(Long.MAX_VALUE).limit();
	}

}
