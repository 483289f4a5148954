/**
 * The steps in an image's life, and the record of who took them and why.
 */
@NullMarked
package cellar.catalog.transition;

import org.jspecify.annotations.NullMarked;
