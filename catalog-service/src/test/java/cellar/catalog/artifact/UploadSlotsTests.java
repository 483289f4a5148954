package cellar.catalog.artifact;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class UploadSlotsTests {

	private final UploadSlots slots = new UploadSlots(new ArtifactProperties(DataSize.ofBytes(1), 2, true));

	@Test
	void withinWhenAllAreTakenRefusesAsBusy() {
		int inner = this.slots.within(() -> this.slots.within(() -> {
			assertBusy();
			return 1;
		}));
		assertThat(inner).isEqualTo(1);
	}

	@Test
	void withinWhenUploadsFailFreesTheirSlots() {
		for (int upload = 0; upload < 3; upload++) {
			assertThatIllegalStateException().isThrownBy(() -> this.slots.within(() -> {
				throw new IllegalStateException("broken");
			}));
		}
		assertThatBothAreFree();
	}

	@Test
	void withinWhenUploadsAreRefusedLeaksNoSlot() {
		this.slots.within(() -> this.slots.within(() -> {
			assertBusy();
			assertBusy();
			return 1;
		}));
		assertThatBothAreFree();
	}

	private void assertBusy() {
		assertThatExceptionOfType(UploadRefusedException.class).isThrownBy(() -> this.slots.within(() -> 1))
			.extracting(UploadRefusedException::reason)
			.isEqualTo(UploadRefusedException.Reason.BUSY);
	}

	private void assertThatBothAreFree() {
		int inner = this.slots.within(() -> this.slots.within(() -> {
			// Neither fewer nor more than there were.
			assertBusy();
			return 2;
		}));
		assertThat(inner).isEqualTo(2);
	}

}
