package cellar.catalog.channel;

import cellar.catalog.description.Architecture;
import cellar.catalog.image.ImageDocument;

/**
 * The image to take from a channel.
 *
 * @param since the serial of the publication that made the channel lead there
 * @param image the image as it was published
 */
record LatestDocument(String channel, String os, Architecture architecture, long since, ImageDocument image) {

}
