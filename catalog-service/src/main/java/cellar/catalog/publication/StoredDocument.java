package cellar.catalog.publication;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import cellar.catalog.document.RenderedDocument;
import cellar.catalog.entity.AssignedEntity;

/**
 * A document as it was rendered when its publication was frozen, so that a later version
 * of the program finishes what an earlier one began.
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

	private byte[] content;

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
