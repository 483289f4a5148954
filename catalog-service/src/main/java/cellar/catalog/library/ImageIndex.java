package cellar.catalog.library;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.store.Buckets;

/**
 * Finds images.
 */
@Service
@Transactional(readOnly = true)
public class ImageIndex {

	private final Images images;

	private final Buckets buckets;

	ImageIndex(Images images, Buckets buckets) {
		this.images = images;
		this.buckets = buckets;
	}

	/**
	 * Finds the image that was imported under a number.
	 * @param number the ten digits
	 * @return the image, if there is one
	 */
	public Optional<ImageDetails> findByOriginNumber(String number) {
		return this.images.findByOriginNumber(number).map(this::details);
	}

	/**
	 * Finds the image that was imported from an address.
	 * @param url where its artifact was
	 * @return the oldest such image, if there is one
	 */
	public Optional<ImageDetails> findByOriginUrl(String url) {
		return this.images.findByOriginUrl(url).stream().map(this::details).findFirst();
	}

	/**
	 * Finds an image by its name.
	 * @param name the name, in whatever case
	 * @return the image, if there is one
	 */
	public Optional<ImageDetails> findByName(String name) {
		return this.images.findByAboutNameIgnoreCase(name).map(this::details);
	}

	/**
	 * Finds the image that people mean.
	 * @param reference its name in whatever case, or its id
	 * @return the image, if there is one
	 */
	public Optional<ImageDetails> find(String reference) {
		Optional<ImageDetails> named = findByName(reference);
		return named.isPresent() ? named : id(reference).flatMap(this.images::findById).map(this::details);
	}

	/**
	 * Returns what the next publication holds.
	 * @return all images that are offered, newest first
	 */
	public List<ImageDetails> offered() {
		return this.images.findByStateInOrderByReleasedAtDescAboutNameAsc(ImageState.OFFERED)
			.stream()
			.map(this::details)
			.toList();
	}

	/**
	 * Returns an image.
	 * @param id the image
	 * @return the image
	 * @throws ImageNotFoundException if there is none
	 */
	public ImageDetails get(UUID id) {
		return this.images.findById(id).map(this::details).orElseThrow(() -> new ImageNotFoundException(id));
	}

	/**
	 * Lists images.
	 * @param filter which images
	 * @param page which of them, and in which order
	 * @return those of the page
	 */
	public Page<ImageDetails> list(ImageFilter filter, Pageable page) {
		return this.images.findAll(filter.condition(), page).map(this::details);
	}

	/**
	 * Tells when images were added.
	 * @return the times, by image
	 */
	public Map<UUID, Instant> creations() {
		return this.images.findCreations().stream().collect(Collectors.toMap(Creation::id, Creation::at));
	}

	/**
	 * Tells what was taken back.
	 * @return all withdrawn images
	 */
	public Set<UUID> withdrawn() {
		return this.images.findIdsByState(ImageState.WITHDRAWN);
	}

	/**
	 * Counts images.
	 * @return how many there are in each state that any is in
	 */
	public Map<ImageState, Long> countByState() {
		return this.images.countByState().stream().collect(Collectors.toMap(StateCount::state, StateCount::images));
	}

	private static Optional<UUID> id(String text) {
		try {
			return Optional.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private ImageDetails details(Image image) {
		return ImageDetails.of(image, this.buckets.images());
	}

}
