package cellar.catalog.published;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageFilter;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.library.ImageNotFoundException;
import cellar.catalog.snapshot.Snapshot;
import cellar.catalog.snapshot.SnapshotImage;

/**
 * Finds images as the live publication has them.
 */
@Component
@Transactional(readOnly = true)
public class PublishedImages {

	private final PublishedRows rows;

	private final PublishedAnswers answers;

	private final ImageIndex images;

	PublishedImages(PublishedRows rows, PublishedAnswers answers, ImageIndex images) {
		this.rows = rows;
		this.answers = answers;
		this.images = images;
	}

	/**
	 * Returns an image.
	 * @param id the image
	 * @return the image, whose revision is the serial that last changed it
	 * @throws ImageNotFoundException if it is not published
	 */
	public ImageDetails get(UUID id) {
		return this.answers.image(this.rows.liveSerial(), id);
	}

	/**
	 * Lists images.
	 * @param filter which images
	 * @param page which of them, and in which order
	 * @return those of the page
	 */
	public Page<ImageDetails> list(ImageFilter filter, Pageable page) {
		return this.answers.page(this.rows.liveSerial(), filter, page);
	}

	/**
	 * Shows another snapshot, in the transaction that makes its publication the live one.
	 * @param serial the publication
	 * @param snapshot what it offers
	 * @param now when it goes live
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void show(long serial, Snapshot snapshot, Instant now) {
		Map<UUID, PublishedImage> before = new HashMap<>();
		this.rows.findAll().forEach((row) -> before.put(row.getId(), row));
		List<SnapshotImage> added = new ArrayList<>();
		for (SnapshotImage image : snapshot.images()) {
			PublishedImage row = before.remove(image.id());
			if (row == null) {
				added.add(image);
			}
			else if (!row.shows(image)) {
				row.show(image, serial, now);
			}
		}
		this.rows.deleteAll(before.values());
		Map<UUID, Instant> creations = added.isEmpty() ? Map.of() : this.images.creations();
		this.rows.saveAll(added.stream()
			.map((image) -> new PublishedImage(image, serial,
					Objects.requireNonNullElse(creations.get(image.id()), now), now))
			.toList());
	}

}
