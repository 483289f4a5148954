package cellar.catalog.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import cellar.catalog.entity.AssignedEntity;
import cellar.catalog.snapshot.Snapshot;

/**
 * What a publication offers. It stands beside the publication, whose row every step
 * writes, and goes when its content does.
 */
@Entity
@Table(name = "publication_snapshot")
class StoredSnapshot extends AssignedEntity<Long> {

	@Id
	private Long serial;

	@Column(columnDefinition = "text")
	private String content;

	@SuppressWarnings("NullAway.Init") // JPA
	protected StoredSnapshot() {
	}

	StoredSnapshot(long serial, Snapshot snapshot) {
		this.serial = serial;
		this.content = snapshot.toJson();
	}

	@Override
	public Long getId() {
		return this.serial;
	}

	long serial() {
		return this.serial;
	}

	Snapshot snapshot() {
		return Snapshot.parse(this.content);
	}

}
