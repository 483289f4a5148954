package cellar.catalog.channel;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import cellar.catalog.pointer.Pointer;

/**
 * Tells where channels lead, with the next publication.
 */
@Component
@Transactional(readOnly = true)
public class ChannelIndex {

	private final ChannelPointers pointers;

	ChannelIndex(ChannelPointers pointers) {
		this.pointers = pointers;
	}

	/**
	 * Returns all pointers.
	 * @return the pointers, in a fixed order
	 */
	public List<Pointer> pointers() {
		return this.pointers.findAllByOrderBySlot().stream().map(ChannelPointer::pointer).toList();
	}

}
