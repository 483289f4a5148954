package cellar.catalog.publication;

import java.io.Serializable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

import cellar.catalog.document.RenderedDocument;

/**
 * A document as it was rendered when its publication was frozen, so that a later version
 * of the program finishes what an earlier one began.
 */
@Entity
@Table(name = "publication_document")
@IdClass(StoredDocument.Key.class)
class StoredDocument implements Persistable<StoredDocument.Key> {

	@Id
	private Long serial;

	@Id
	private String name;

	private String contentType;

	private byte[] content;

	@Transient
	private boolean isNew;

	@SuppressWarnings("NullAway.Init") // JPA
	protected StoredDocument() {
	}

	StoredDocument(long serial, RenderedDocument document) {
		this.serial = serial;
		this.name = document.name();
		this.contentType = document.contentType();
		this.content = document.content();
		this.isNew = true;
	}

	RenderedDocument document() {
		return new RenderedDocument(this.name, this.contentType, this.content);
	}

	@Override
	public Key getId() {
		return new Key(this.serial, this.name);
	}

	@Override
	public boolean isNew() {
		return this.isNew;
	}

	@PostLoad
	@PostPersist
	void known() {
		this.isNew = false;
	}

	/**
	 * Which document of which publication.
	 */
	record Key(Long serial, String name) implements Serializable {

	}

}
