package cellar.catalog.snapshot;

import java.util.UUID;

import cellar.catalog.description.Architecture;
import cellar.catalog.pointer.Pointer;
import cellar.catalog.pointer.Slot;

/**
 * Where a slot of a channel led when a publication was frozen.
 *
 * @param channel the channel
 * @param os the kind of operating system
 * @param architecture what the image is made for
 * @param imageId the image, which is in the same snapshot
 */
public record SnapshotPointer(String channel, String os, Architecture architecture, UUID imageId) {

	static SnapshotPointer of(Pointer pointer) {
		Slot slot = pointer.slot();
		return new SnapshotPointer(slot.channel(), slot.os(), slot.architecture(), pointer.imageId());
	}

	Pointer pointer() {
		return new Pointer(new Slot(this.channel, this.os, this.architecture), this.imageId);
	}

}
