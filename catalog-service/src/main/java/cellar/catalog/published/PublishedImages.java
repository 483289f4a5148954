package cellar.catalog.published;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

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

	/** PostgreSQL takes 65 535 parameters in one statement. */
	private static final int PORTION = 1000;

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
	 * Only rows that differ are read and written.
	 * @param serial the publication
	 * @param before what is shown now
	 * @param after what the publication offers
	 * @param now when it goes live
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void show(long serial, Snapshot before, Snapshot after, Instant now) {
		Map<UUID, SnapshotImage> offered = after.byId();
		Map<UUID, SnapshotImage> known = before.byId();
		Set<UUID> shown = this.rows.findIds();
		Stream<UUID> removed = shown.stream().filter((id) -> !offered.containsKey(id));
		Stream<UUID> changed = after.images()
			.stream()
			.filter((image) -> !image.equals(known.get(image.id())))
			.map(SnapshotImage::id)
			.filter(shown::contains);
		inPortions(removed).forEach(this.rows::deleteByIdIn);
		inPortions(changed).flatMap((ids) -> this.rows.findByIdIn(ids).stream())
			.forEach((row) -> row.show(Objects.requireNonNull(offered.get(row.getId())), serial, now));
		add(serial, after.images().stream().filter((image) -> !shown.contains(image.id())).toList(), now);
	}

	private void add(long serial, List<SnapshotImage> added, Instant now) {
		Map<UUID, Instant> creations = added.isEmpty() ? Map.of() : this.images.creations();
		this.rows.saveAll(added.stream()
			.map((image) -> new PublishedImage(image, serial,
					Objects.requireNonNullElse(creations.get(image.id()), now), now))
			.toList());
	}

	private static Stream<List<UUID>> inPortions(Stream<UUID> ids) {
		return ids.gather(Gatherers.windowFixed(PORTION));
	}

}
