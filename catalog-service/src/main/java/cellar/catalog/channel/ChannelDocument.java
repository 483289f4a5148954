package cellar.catalog.channel;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import cellar.catalog.description.Architecture;
import cellar.catalog.pointer.Pointer;

/**
 * A channel as callers see it.
 *
 * @param name the channel
 * @param pointers where it leads for readers
 * @param pending where it leads with the next publication, for those who may know
 */
record ChannelDocument(String name, List<PointerDocument> pointers,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PendingDocument> pending) {

	/**
	 * One published pointer.
	 *
	 * @param since the serial of the publication that made it lead there
	 */
	record PointerDocument(String os, Architecture architecture, UUID imageId, String image, long since) {

		static PointerDocument of(PublishedPointer pointer) {
			return new PointerDocument(pointer.slot().os(), pointer.slot().architecture(), pointer.imageId(),
					pointer.imageName(), pointer.since());
		}

	}

	/**
	 * One pointer of the next publication.
	 */
	record PendingDocument(String os, Architecture architecture, UUID imageId) {

		static PendingDocument of(Pointer pointer) {
			return new PendingDocument(pointer.slot().os(), pointer.slot().architecture(), pointer.imageId());
		}

	}

}
