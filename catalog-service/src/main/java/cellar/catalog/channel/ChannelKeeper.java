package cellar.catalog.channel;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.audit.Audit;
import cellar.catalog.audit.AuditSubject;
import cellar.catalog.library.ImageDetails;
import cellar.catalog.library.ImageIndex;
import cellar.catalog.library.ImageState;
import cellar.catalog.pointer.Pointer;
import cellar.catalog.pointer.Slot;

/**
 * Moves pointers, one transaction for each request. Readers follow with the next
 * publication.
 */
@Service
@Transactional
class ChannelKeeper {

	private final ChannelPointers pointers;

	private final Moves moves;

	private final ImageIndex images;

	private final Audit audit;

	private final Clock clock;

	ChannelKeeper(ChannelPointers pointers, Moves moves, ImageIndex images, Audit audit, Clock clock) {
		this.pointers = pointers;
		this.moves = moves;
		this.images = images;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Makes a channel lead to some images and to no others.
	 * @param channel the channel, which may be new
	 * @param wanted names or ids of active images, each for a slot of its own
	 * @param order who wants it, and why
	 */
	void replace(String channel, Collection<String> wanted, Move.Order order) {
		this.pointers.lock();
		Map<Slot, UUID> after = new HashMap<>();
		for (String reference : wanted) {
			ImageDetails image = active(reference);
			Slot slot = new Slot(channel, image.about().os(), image.about().architecture());
			if (after.put(slot, image.id()) != null) {
				throw new ChannelConflictException("'%s' would lead to two images".formatted(slot));
			}
		}
		Map<Slot, UUID> before = new HashMap<>();
		this.pointers.findBySlotChannelOrderBySlot(channel)
			.forEach((pointer) -> before.put(pointer.getId(), pointer.pointer().imageId()));
		before.keySet().stream().filter((slot) -> !after.containsKey(slot)).forEach((slot) -> move(slot, null, order));
		after.forEach((slot, image) -> move(slot, image, order));
	}

	/**
	 * Makes one slot lead to an image.
	 * @param slot the slot
	 * @param reference name or id of an active image that fits into it
	 * @param order who wants it, and why
	 */
	void point(Slot slot, String reference, Move.Order order) {
		this.pointers.lock();
		ImageDetails image = active(reference);
		Slot fitting = new Slot(slot.channel(), image.about().os(), image.about().architecture());
		if (!fitting.equals(slot)) {
			throw new ChannelConflictException(
					"'%s' belongs into '%s' and not into '%s'".formatted(image.name(), fitting, slot));
		}
		move(slot, image.id(), order);
	}

	/**
	 * Makes a slot lead nowhere.
	 * @param slot the slot
	 * @param order who wants it, and why
	 */
	void clear(Slot slot, Move.Order order) {
		this.pointers.lock();
		move(slot, null, order);
	}

	private void move(Slot slot, @Nullable UUID to, Move.Order order) {
		ChannelPointer pointer = this.pointers.findById(slot).orElse(null);
		UUID from = (pointer != null) ? pointer.pointer().imageId() : null;
		if (Objects.equals(from, to)) {
			return;
		}
		if (to == null) {
			this.pointers.delete(Objects.requireNonNull(pointer));
		}
		else if (pointer == null) {
			this.pointers.saveAndFlush(new ChannelPointer(slot, to));
		}
		else {
			pointer.lead(to);
			this.pointers.saveAndFlush(pointer);
		}
		this.moves.save(new Move(slot, from, to, order, this.clock.instant()));
		this.audit.record(AuditSubject.CHANNEL, slot.channel(), "move", order.actor(), pointer(slot, from),
				pointer(slot, to));
	}

	private static @Nullable Pointer pointer(Slot slot, @Nullable UUID image) {
		return (image != null) ? new Pointer(slot, image) : null;
	}

	private ImageDetails active(String reference) {
		ImageDetails image = this.images.find(reference)
			.orElseThrow(() -> new ChannelConflictException("There is no image '" + reference + "'"));
		if (image.state() != ImageState.ACTIVE) {
			throw new ChannelConflictException(
					"'%s' is %s; channels lead to active images only".formatted(image.name(), image.state()));
		}
		return image;
	}

}
