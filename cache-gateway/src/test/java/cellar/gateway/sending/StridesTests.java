package cellar.gateway.sending;

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
		try (GrowingStride stride = new GrowingStride(this.strides)) {
			assertThat(length(stride)).isEqualTo(GrowingStride.SHORTEST);
			stride.took(AT_ONCE);
			assertThat(length(stride)).isEqualTo(2 * GrowingStride.SHORTEST);
			grow(stride);
			assertThat(length(stride)).isEqualTo(GrowingStride.LONGEST);
			assertThat(stride.buffer(100).remaining()).isEqualTo(100);
		}
	}

	@Test
	void whoIsWaitedForGetsLittle() {
		try (GrowingStride stride = new GrowingStride(this.strides)) {
			grow(stride);
			stride.took(LATE);
			assertThat(length(stride)).isEqualTo(GrowingStride.SHORTEST);
			assertThat(stride.buffer(Long.MAX_VALUE).capacity()).isEqualTo(GrowingStride.SHORTEST);
		}
	}

	@Test
	void thousandsWhoStopReadingShareWhatThereIs() {
		List<GrowingStride> stopped = new ArrayList<>();
		for (int client = 0; client < 10_000; client++) {
			stopped.add(new GrowingStride(this.strides));
			grow(stopped.getLast());
		}
		long all = stopped.stream().mapToLong(StridesTests::length).sum();
		assertThat(all).isLessThanOrEqualTo(10_000L * GrowingStride.SHORTEST + 32 * 1024 * 1024);
		assertThat(length(stopped.getLast())).isEqualTo(GrowingStride.SHORTEST);
		stopped.forEach(GrowingStride::close);
		try (GrowingStride next = new GrowingStride(this.strides)) {
			grow(next);
			assertThat(length(next)).isEqualTo(GrowingStride.LONGEST);
		}
	}

	private static void grow(GrowingStride stride) {
		for (int i = 0; i < 10; i++) {
			stride.took(AT_ONCE);
		}
	}

	private static int length(GrowingStride stride) {
		return stride.buffer(Long.MAX_VALUE).limit();
	}

}
