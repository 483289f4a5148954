package cellar.catalog.pointer;

import java.io.Serializable;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import cellar.catalog.description.Architecture;

/**
 * A place in a channel that leads to one image.
 *
 * @param channel the channel
 * @param os the kind of operating system
 * @param architecture what the image is made for
 */
@Embeddable
public record Slot(String channel, String os,
		@Enumerated(EnumType.STRING) Architecture architecture) implements Serializable {

	@Override
	public String toString() {
		return this.channel + "/" + this.os + "/" + this.architecture;
	}

}
