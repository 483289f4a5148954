package cellar.catalog.channel;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.channel.ChannelDocument.PendingDocument;
import cellar.catalog.channel.ChannelDocument.PointerDocument;
import cellar.catalog.image.ImageDocument;
import cellar.catalog.pointer.Pointer;
import cellar.catalog.pointer.Slot;
import cellar.catalog.published.PublishedImages;
import cellar.common.access.Caller;

/**
 * Reads channels for callers, each in one moment of the database.
 */
@Component
@Transactional(readOnly = true)
class ChannelReader {

	private final PublishedChannels published;

	private final ChannelPointers pointers;

	private final Moves moves;

	private final PublishedImages images;

	ChannelReader(PublishedChannels published, ChannelPointers pointers, Moves moves, PublishedImages images) {
		this.published = published;
		this.pointers = pointers;
		this.moves = moves;
		this.images = images;
	}

	List<ChannelDocument> list(boolean seesPending) {
		List<PublishedPointer> live = this.published.all();
		List<Pointer> pending = seesPending
				? this.pointers.findAllByOrderBySlot().stream().map(ChannelPointer::pointer).toList() : List.of();
		return Stream.concat(live.stream().map(PublishedPointer::slot), pending.stream().map(Pointer::slot))
			.map(Slot::channel)
			.distinct()
			.sorted()
			.map((channel) -> document(channel, live, pending, seesPending))
			.toList();
	}

	ChannelDocument get(String channel, boolean seesPending) {
		return list(seesPending).stream()
			.filter((found) -> found.name().equals(channel))
			.findFirst()
			.orElseThrow(() -> new ChannelNotFoundException(channel));
	}

	LatestDocument latest(Slot slot, Caller caller) {
		PublishedPointer pointer = this.published.find(slot)
			.orElseThrow(() -> new ChannelNotFoundException(slot.toString()));
		return new LatestDocument(slot.channel(), slot.os(), slot.architecture(), pointer.since(),
				ImageDocument.of(this.images.get(pointer.imageId()), caller));
	}

	Page<MoveDocument> history(String channel, Pageable page) {
		return this.moves.findBySlotChannelOrderByIdDesc(channel, page).map(Move::document);
	}

	private static ChannelDocument document(String channel, List<PublishedPointer> live, List<Pointer> pending,
			boolean seesPending) {
		List<PointerDocument> pointers = live.stream()
			.filter((pointer) -> pointer.slot().channel().equals(channel))
			.map(PointerDocument::of)
			.toList();
		List<PendingDocument> next = pending.stream()
			.filter((pointer) -> pointer.slot().channel().equals(channel))
			.map(PendingDocument::of)
			.toList();
		return new ChannelDocument(channel, pointers, seesPending ? next : null);
	}

}
