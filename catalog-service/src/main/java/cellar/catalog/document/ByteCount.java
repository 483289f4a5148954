package cellar.catalog.document;

import java.util.List;
import java.util.Locale;

/**
 * Bytes as people read them.
 */
final class ByteCount {

	private static final int STEP = 1024;

	private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");

	private ByteCount() {
	}

	static String of(long bytes) {
		double value = bytes;
		int unit = 0;
		while (value >= STEP && unit < UNITS.size() - 1) {
			value /= STEP;
			unit++;
		}
		String number = (unit == 0) ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", value);
		return number + " " + UNITS.get(unit);
	}

}
