/**
 * Names of images: each is taken once, and old clients can tell those on offer apart.
 */
@NullMarked
package cellar.catalog.name;

import org.jspecify.annotations.NullMarked;
