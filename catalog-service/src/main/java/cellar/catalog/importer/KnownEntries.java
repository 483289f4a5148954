package cellar.catalog.importer;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cellar.catalog.description.Origin;
import cellar.catalog.eustore.EntryReading;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageIndex;

/**
 * Knows entries again that are images here already. A number names the content of an
 * image, and a URL its place; a readable name alone may be that of another image.
 */
@Component
class KnownEntries {

	private final ImageIndex index;

	KnownEntries(ImageIndex index) {
		this.index = index;
	}

	/**
	 * Finds the image that an entry repeats.
	 * @param entry the entry
	 * @return the image, if it is here
	 */
	Optional<ImageDetails> find(EntryReading.Readable entry) {
		Origin origin = entry.release().origin();
		String number = (origin != null) ? origin.number() : null;
		String url = (origin != null) ? origin.url() : null;
		String name = entry.content().name();
		Optional<ImageDetails> byName = (name != null)
				? this.index.findByName(name).filter((image) -> isSamePlace(image, url)) : Optional.empty();
		Optional<ImageDetails> byNumber = (number != null) ? this.index.findByOriginNumber(number) : Optional.empty();
		return byName.or(() -> byNumber).or(() -> byUrl(url, number));
	}

	/**
	 * Tells whether an image came in by an entry, and not by hand or from elsewhere.
	 * @param imageId the image
	 * @param entry an entry that repeats it
	 * @return whether both have the same origin
	 */
	boolean isOriginOf(UUID imageId, EntryReading.Readable entry) {
		Origin here = this.index.get(imageId).release().origin();
		Origin there = entry.release().origin();
		return here != null && there != null && ((here.url() != null && here.url().equals(there.url()))
				|| (here.number() != null && here.number().equals(there.number())));
	}

	/**
	 * Tells whether another image has the readable name of an entry.
	 * @param entry an entry that repeats no image
	 * @return whether it needs another name
	 */
	boolean isNameTaken(EntryReading.Readable entry) {
		String name = entry.content().name();
		return name != null && this.index.findByName(name).isPresent();
	}

	// What stood at one URL in two years, such as /current/, has two numbers.
	private Optional<ImageDetails> byUrl(@Nullable String url, @Nullable String number) {
		return (url != null)
				? this.index.findByOriginUrl(url).filter((image) -> number == null || numberOf(image) == null)
				: Optional.empty();
	}

	private static boolean isSamePlace(ImageDetails image, @Nullable String url) {
		if (url == null) {
			return true;
		}
		Origin origin = image.release().origin();
		if (origin != null && origin.url() != null) {
			return url.equals(origin.url());
		}
		return image.artifact() == null || url.endsWith(image.artifact().key());
	}

	private static @Nullable String numberOf(ImageDetails image) {
		Origin origin = image.release().origin();
		return (origin != null) ? origin.number() : null;
	}

}
