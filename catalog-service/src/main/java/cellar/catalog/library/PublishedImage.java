package cellar.catalog.library;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;

/**
 * An image of the live publication: a row of a view.
 */
@Entity
@Immutable
class PublishedImage {

	@Id
	private UUID imageId;

	@SuppressWarnings("NullAway.Init") // JPA
	protected PublishedImage() {
	}

}
