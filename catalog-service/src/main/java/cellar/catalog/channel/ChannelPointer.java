package cellar.catalog.channel;

import java.util.UUID;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

import cellar.catalog.entity.AssignedEntity;
import cellar.catalog.pointer.Pointer;
import cellar.catalog.pointer.Slot;

/**
 * Where a slot leads, with the next publication.
 */
@Entity
class ChannelPointer extends AssignedEntity<Slot> {

	@EmbeddedId
	private Slot slot;

	private UUID imageId;

	@SuppressWarnings("NullAway.Init") // JPA
	protected ChannelPointer() {
	}

	ChannelPointer(Slot slot, UUID imageId) {
		this.slot = slot;
		this.imageId = imageId;
	}

	void lead(UUID nextImageId) {
		this.imageId = nextImageId;
	}

	@Override
	public Slot getId() {
		return this.slot;
	}

	Pointer pointer() {
		return new Pointer(this.slot, this.imageId);
	}

}
