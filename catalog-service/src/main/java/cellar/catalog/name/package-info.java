/**
 * Names of images: each is taken once, and old clients can tell those on offer apart. The
 * library asks here before it names an image, so names are looked up by SQL in its table
 * rather than through its types: the two packages would depend on each other.
 */
@NullMarked
package cellar.catalog.name;

import org.jspecify.annotations.NullMarked;
