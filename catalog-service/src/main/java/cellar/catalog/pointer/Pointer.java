package cellar.catalog.pointer;

import java.util.UUID;

/**
 * Where a slot of a channel leads.
 *
 * @param slot the slot
 * @param imageId the image
 */
public record Pointer(Slot slot, UUID imageId) {

}
