package cellar.catalog.publication;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import cellar.catalog.document.RenderedDocument;
import cellar.catalog.entity.AssignedEntity;

/**
 * A document as it was rendered when its publication was frozen, so that a later version
 * of the program finishes what an earlier one began. Once that is settled, its name is
 * kept and the store has the rest.
 */
@Entity
@Table(name = "publication_document")
@IdClass(StoredDocument.Key.class)
class StoredDocument extends AssignedEntity<StoredDocument.Key> {

	@Id
	private Long serial;

	@Id
	private String name;

	private String contentType;

	private byte @Nullable [] content;

	@SuppressWarnings("NullAway.Init") // JPA
	protected StoredDocument() {
	}

	StoredDocument(long serial, RenderedDocument document) {
		this.serial = serial;
		this.name = document.name();
		this.contentType = document.contentType();
		this.content = document.content();
	}

	RenderedDocument document() {
		if (this.content == null) {
			throw new IllegalStateException(
					"Publication '%d' is settled; only the store has its documents".formatted(this.serial));
		}
		return new RenderedDocument(this.name, this.contentType, this.content);
	}

	@Override
	public Key getId() {
		return new Key(this.serial, this.name);
	}

	/**
	 * Which document of which publication.
	 */
	record Key(Long serial, String name) implements Serializable {

	}

}
