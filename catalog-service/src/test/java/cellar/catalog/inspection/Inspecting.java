package cellar.catalog.inspection;

import cellar.catalog.layout.InspectionLimits;
import cellar.catalog.layout.Layout;
import cellar.catalog.layout.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives whole files to inspections, within limits that are soon reached.
 */
final class Inspecting {

	static final InspectionLimits LIMITS = new InspectionLimits(4 << 20, 1 << 20, 50, 100, 64 << 10, 16 << 20);

	private static final int PIECE = 10_000;

	private Inspecting() {
	}

	static Verdict inspect(byte[] file) {
		return inspect(file, LIMITS);
	}

	static Verdict inspect(byte[] file, InspectionLimits limits) {
		try (Inspection inspection = Inspection.begin(limits)) {
			for (int offset = 0; offset < file.length; offset += PIECE) {
				inspection.accept(file, offset, Math.min(PIECE, file.length - offset));
			}
			return inspection.finish();
		}
	}

	static Layout recognise(byte[] file) {
		Verdict verdict = inspect(file);
		assertThat(verdict).isInstanceOf(Verdict.Recognised.class);
		return ((Verdict.Recognised) verdict).layout();
	}

	static Refusal refuse(byte[] file) {
		Verdict verdict = inspect(file);
		assertThat(verdict).isInstanceOf(Verdict.Refused.class);
		assertThat(((Verdict.Refused) verdict).sentence()).hasSizeBetween(20, 200);
		return ((Verdict.Refused) verdict).refusal();
	}

}
