package cellar.catalog.channel;

import java.util.UUID;

import cellar.catalog.pointer.Slot;

/**
 * Where a slot leads in the live publication.
 *
 * @param slot the slot
 * @param imageId the image
 * @param imageName its readable name
 * @param since the serial of the publication that made it lead there
 */
record PublishedPointer(Slot slot, UUID imageId, String imageName, long since) {

}
