/**
 * The images: what is known of each, and where it stands in its life.
 */
@NullMarked
package cellar.catalog.image;

import org.jspecify.annotations.NullMarked;
