package cellar.catalog.report;

import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImportEntryTests {

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\ud800", "\u2028", "\u2029" })
	void resultWhenACharacterDoesNotShowMarksItsPlace(String unseen) {
		ImportEntry entry = new ImportEntry(new ImportEntry.Key(UUID.randomUUID(), 0),
				EntryResult.refused("a" + unseen + "b", "'" + unseen + "' is wrong"));
		assertThat(entry.result()).isEqualTo(EntryResult.refused("a?b", "'?' is wrong"));
	}

}
