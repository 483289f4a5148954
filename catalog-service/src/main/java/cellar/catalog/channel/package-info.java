/**
 * Channels: names such as {@code stable} that lead to the image to take, one for each
 * operating system and architecture.
 */
@NullMarked
package cellar.catalog.channel;

import org.jspecify.annotations.NullMarked;
