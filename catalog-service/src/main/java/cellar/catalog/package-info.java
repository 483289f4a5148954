/**
 * Keeps the images, and publishes the catalog that every client reads.
 */
@NullMarked
package cellar.catalog;

import org.jspecify.annotations.NullMarked;
