package cellar.catalog.artifact;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import cellar.catalog.artifact.UploadRefusedException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UploadMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final UploadMetrics metrics = new UploadMetrics(this.registry);

	@Test
	void everyOutcomeIsAtZeroFromTheStart() {
		assertThat(this.registry.get("cellar.catalog.uploads").counters()).hasSize(3 + Reason.values().length)
			.allMatch((counter) -> counter.count() == 0);
		assertThat(this.registry.get("cellar.catalog.upload.bytes").counter().count()).isZero();
	}

	@Test
	void countWhenFileIsRefusedTellsWhy() {
		assertThatExceptionOfType(UploadRefusedException.class).isThrownBy(() -> this.metrics.count(() -> {
			throw new UploadRefusedException(Reason.BUSY, "busy");
		}));
		assertThat(uploads("busy")).isOne();
	}

	@Test
	void countWhenSomethingElseGoesWrongCountsAFailure() {
		assertThatIllegalStateException().isThrownBy(() -> this.metrics.count(() -> {
			throw new IllegalStateException("down");
		}));
		assertThat(uploads("failed")).isOne();
	}

	private double uploads(String outcome) {
		return this.registry.get("cellar.catalog.uploads").tag("outcome", outcome).counter().count();
	}

}
