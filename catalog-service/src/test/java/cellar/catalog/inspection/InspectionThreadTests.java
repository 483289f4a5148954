package cellar.catalog.inspection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import cellar.catalog.layout.Compression;
import cellar.catalog.layout.InspectionLimits;
import cellar.catalog.layout.Refusal;
import cellar.catalog.tarball.TarballBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InspectionThreadTests {

	@Test
	void closeWhenFileHasNotEndedFreesThread() {
		byte[] file = TarballBuilder.image(Samples.disk());
		List<Inspection> inspections = new ArrayList<>();
		IntStream.range(0, 50).forEach((i) -> {
			Inspection inspection = Inspection.begin(Inspecting.LIMITS);
			inspection.accept(file, 0, file.length * i / 50);
			inspections.add(inspection);
		});
		inspections.forEach(Inspection::close);
		awaitNoThread();
	}

	@Test
	void closeWhenFileUnpacksWithoutEndFreesThread() throws InterruptedException {
		byte[] bomb = Samples.pack(Samples.with(new byte[64 << 20], 0x438, "53ef"), Compression.GZIP);
		InspectionLimits unbounded = new InspectionLimits(Long.MAX_VALUE, Long.MAX_VALUE, 1, 1, 1, 1024);
		Inspection inspection = Inspection.begin(unbounded);
		CompletableFuture<Void> giver = CompletableFuture.runAsync(() -> {
			while (inspection.refusal().isEmpty() && !Thread.currentThread().isInterrupted()) {
				inspection.accept(bomb, 0, bomb.length);
				if (isClosed(inspection)) {
					return;
				}
			}
		});
		inspection.close();
		giver.join();
		awaitNoThread();
	}

	private static boolean isClosed(Inspection inspection) {
		try {
			inspection.finish();
			return false;
		}
		catch (IllegalStateException ex) {
			return true;
		}
	}

	@Test
	void acceptWhenRefusedLetsRestPass() {
		byte[] page = Samples.join(Samples.bytes("<html>"), new byte[0], Samples.bytes("x".repeat(100_000)));
		try (Inspection inspection = Inspection.begin(Inspecting.LIMITS)) {
			inspection.accept(page, 0, page.length);
			Awaitility.await().until(() -> inspection.refusal().isPresent());
			IntStream.range(0, 1000).forEach((i) -> inspection.accept(page, 0, page.length));
			assertThat(inspection.refusal().orElseThrow().refusal()).isEqualTo(Refusal.ERROR_PAGE);
			assertThat(inspection.finish()).isEqualTo(inspection.refusal().orElseThrow());
		}
		awaitNoThread();
	}

	@Test
	void acceptWhenGiverIsInterruptedGoesOn() {
		byte[] file = TarballBuilder.image(Samples.disk());
		try (Inspection inspection = Inspection.begin(Inspecting.LIMITS)) {
			Thread.currentThread().interrupt();
			inspection.accept(file, 0, file.length);
			assertThat(inspection.finish()).isInstanceOf(Verdict.Recognised.class);
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void acceptWhenBufferIsUsedAgainHasReadIt() {
		byte[] file = TarballBuilder.image(Samples.disk());
		byte[] buffer = new byte[1];
		try (Inspection inspection = Inspection.begin(Inspecting.LIMITS)) {
			for (byte one : file) {
				buffer[0] = one;
				inspection.accept(buffer, 0, 1);
			}
			assertThat(inspection.finish()).isInstanceOf(Verdict.Recognised.class);
		}
	}

	@Test
	void acceptWhenBytesAreNotInBufferThrows() {
		try (Inspection inspection = Inspection.begin(Inspecting.LIMITS)) {
			assertThatExceptionOfType(IndexOutOfBoundsException.class)
				.isThrownBy(() -> inspection.accept(new byte[10], 5, 6));
		}
	}

	@Test
	void acceptWhenFileHasEndedThrows() {
		try (Inspection inspection = Inspection.begin(Inspecting.LIMITS)) {
			inspection.finish();
			assertThatIllegalStateException().isThrownBy(() -> inspection.accept(new byte[1], 0, 1));
		}
	}

	@Test
	void finishWhenClosedThrows() {
		Inspection inspection = Inspection.begin(Inspecting.LIMITS);
		inspection.close();
		inspection.accept(new byte[10], 0, 10);
		assertThatIllegalStateException().isThrownBy(inspection::finish);
		assertThat(inspection.refusal()).isEmpty();
	}

	private static void awaitNoThread() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(10))
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().equals("inspection")));
	}

}
