package cellar.catalog.published;

import java.util.UUID;

import org.springframework.cache.annotation.Cacheable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;

import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageFilter;
import cellar.catalog.library.ImageNotFoundException;

/**
 * What outsiders were told lately. An answer is kept under the serial that was live when
 * it was asked for, so that none outlives its publication, whichever service published
 * the next one.
 */
@Component
class PublishedAnswers {

	static final String CACHE = "published";

	private final PublishedRows rows;

	PublishedAnswers(PublishedRows rows) {
		this.rows = rows;
	}

	@Cacheable(cacheNames = CACHE, sync = true)
	ImageDetails image(long serial, UUID id) {
		return this.rows.findById(id).map(PublishedImage::details).orElseThrow(() -> new ImageNotFoundException(id));
	}

	@Cacheable(cacheNames = CACHE, sync = true)
	Page<ImageDetails> page(long serial, ImageFilter filter, Pageable page) {
		return this.rows.findAll(filter.condition(), page).map(PublishedImage::details);
	}

}
