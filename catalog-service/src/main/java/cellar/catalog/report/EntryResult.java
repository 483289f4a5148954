package cellar.catalog.report;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of an entry, and why.
 *
 * @param name what the image is called now; what the entry said where it was refused
 * @param outcome what became of it
 * @param reasons what was put right, noticed or wrong
 * @param imageId the image; where an entry was refused for repeating one, that one
 */
public record EntryResult(@Nullable String name, EntryOutcome outcome, List<String> reasons, @Nullable UUID imageId) {

	/**
	 * Returns the result of an entry that could not even be judged.
	 * @param name what the entry said
	 * @param reason why
	 * @return the result
	 */
	public static EntryResult refused(@Nullable String name, String reason) {
		return new EntryResult(name, EntryOutcome.REFUSED, List.of(reason), null);
	}

}
