/**
 * The library of images: what is known of each, where it stands in its life, and how it
 * is found and changed.
 */
@NullMarked
package cellar.catalog.library;

import org.jspecify.annotations.NullMarked;
