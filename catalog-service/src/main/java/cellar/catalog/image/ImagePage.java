package cellar.catalog.image;

import java.util.List;

import org.springframework.data.domain.Page;

/**
 * One page of a list.
 *
 * @param items the images
 * @param page counts from 0
 * @param size how many a full page has
 * @param total how many there are on all pages
 */
record ImagePage(List<ImageDocument> items, int page, int size, long total) {

	static ImagePage of(Page<ImageDocument> page) {
		return new ImagePage(page.getContent(), page.getNumber(), page.getSize(), page.getTotalElements());
	}

}
