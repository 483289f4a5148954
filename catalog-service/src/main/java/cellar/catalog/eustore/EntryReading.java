package cellar.catalog.eustore;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cellar.catalog.description.GivenDescription;
import cellar.catalog.description.Release;

/**
 * What came of reading an entry.
 */
public sealed interface EntryReading {

	/**
	 * Returns what the entry called itself.
	 * @return the name as it was given, if there was one
	 */
	@Nullable String givenName();

	/**
	 * Returns everything that was noticed, what makes the entry unreadable first.
	 * @return whole sentences
	 */
	List<String> reasons();

	/**
	 * An entry that describes an image.
	 *
	 * @param givenName what it called itself
	 * @param content what it says of the image
	 * @param release when the image was made
	 * @param file what it says of the bytes of the file
	 * @param repaired whether something was put right
	 * @param reasons what was put right or noticed
	 */
	record Readable(@Nullable String givenName, GivenDescription content, Release release, PromisedFile file,
			boolean repaired, List<String> reasons) implements EntryReading {

		/**
		 * Returns the entry without a readable name of its own.
		 * @return an entry for which a name is made
		 */
		public Readable renamed() {
			List<String> more = Stream.concat(this.reasons.stream(), Stream
				.of("'%s' is another image; a name was made of os, architecture and date".formatted(this.givenName)))
				.toList();
			return new Readable(this.givenName, this.content.withoutName(), this.release, this.file, true, more);
		}

	}

	/**
	 * An entry that describes no image.
	 *
	 * @param givenName what it called itself
	 * @param reasons what is wrong with it, and what else was noticed
	 */
	record Unreadable(@Nullable String givenName, List<String> reasons) implements EntryReading {

	}

}
