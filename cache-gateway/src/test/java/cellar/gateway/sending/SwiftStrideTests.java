package cellar.gateway.sending;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SwiftStrideTests {

	private static final long AT_ONCE = Duration.ofMillis(1).toNanos();

	private static final long LATE = Duration.ofSeconds(1).toNanos();

	private final SwiftBuffers buffers = new SwiftBuffers();

	private final List<Runnable> afterTheEnd = new ArrayList<>();

	@Test
	void whoTakesBytesAtOnceKeepsOneBuffer() {
		try (SwiftStride stride = stride()) {
			ByteBuffer buffer = stride.buffer(100);
			assertThat(buffer).isNotNull();
			assertThat(buffer.remaining()).isEqualTo(100);
			stride.given();
			stride.took(AT_ONCE);
			assertThat(stride.buffer(Long.MAX_VALUE)).isSameAs(buffer);
			assertThat(buffer.remaining()).isEqualTo(SwiftBuffers.LENGTH);
		}
	}

	@Test
	void whoIsWaitedForIsLeftToTheKernelAndHoldsNothing() {
		try (SwiftStride slow = stride(); SwiftStride next = stride()) {
			ByteBuffer buffer = slow.buffer(Long.MAX_VALUE);
			slow.given();
			slow.took(LATE);
			assertThat(slow.buffer(Long.MAX_VALUE)).isNull();
			assertThat(next.buffer(Long.MAX_VALUE)).isSameAs(buffer);
		}
	}

	@Test
	void bufferThatMayBeOnItsWayIsUsedAgainOnceTheConnectionHasEnded() {
		SwiftStride gone = stride();
		ByteBuffer buffer = gone.buffer(Long.MAX_VALUE);
		gone.given();
		gone.close();
		try (SwiftStride next = stride()) {
			assertThat(next.buffer(Long.MAX_VALUE)).isNotNull().isNotSameAs(buffer);
			this.afterTheEnd.forEach(Runnable::run);
			try (SwiftStride last = stride()) {
				assertThat(last.buffer(Long.MAX_VALUE)).isSameAs(buffer);
			}
		}
	}

	@Test
	void thoseWhoLeaveCostNoMoreBuffersThanThereAre() {
		for (int client = 0; client < 10_000; client++) {
			SwiftStride gone = stride();
			gone.buffer(Long.MAX_VALUE);
			gone.given();
			gone.close();
		}
		assertThat(this.afterTheEnd).hasSize(SwiftBuffers.MOST);
	}

	@Test
	void bufferThatNothingWasReadToIsUsedAgain() {
		SwiftStride unread = stride();
		ByteBuffer buffer = unread.buffer(Long.MAX_VALUE);
		unread.close();
		try (SwiftStride next = stride()) {
			assertThat(next.buffer(Long.MAX_VALUE)).isSameAs(buffer);
		}
	}

	@Test
	void bufferThatWasTakenIsUsedAgain() {
		SwiftStride done = stride();
		ByteBuffer buffer = done.buffer(Long.MAX_VALUE);
		done.given();
		done.took(AT_ONCE);
		done.close();
		try (SwiftStride next = stride()) {
			assertThat(next.buffer(Long.MAX_VALUE)).isSameAs(buffer);
		}
	}

	@Test
	void thousandsShareWhatThereIs() {
		List<SwiftStride> all = new ArrayList<>();
		for (int client = 0; client < 10_000; client++) {
			all.add(stride());
		}
		assertThat(all.stream().filter((stride) -> stride.buffer(1) != null)).hasSize(SwiftBuffers.MOST);
		all.forEach(SwiftStride::close);
		this.afterTheEnd.forEach(Runnable::run);
		try (SwiftStride next = stride()) {
			assertThat(next.buffer(1)).isNotNull();
		}
	}

	private SwiftStride stride() {
		return new SwiftStride(this.buffers, this.afterTheEnd::add);
	}

}
