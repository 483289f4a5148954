package cellar.catalog.importer;

import java.util.UUID;

/**
 * Entries of catalogs, as small as can be.
 */
final class SampleEntries {

	private SampleEntries() {
	}

	static String catalog(String name) {
		return "{\"catalog\":" + entries(name) + "}";
	}

	static String entries(String name) {
		return "{\"images\":[" + entry(name) + "]}";
	}

	static String entry(String name) {
		return "{\"name\":\"" + name + "\",\"os\":\"debian\",\"architecture\":\"x86_64\"}";
	}

	static String unique() {
		return "i" + UUID.randomUUID();
	}

}
