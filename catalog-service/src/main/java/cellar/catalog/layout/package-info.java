/**
 * What the file of an image turned out to be, and why a file is not kept.
 */
@NullMarked
package cellar.catalog.layout;

import org.jspecify.annotations.NullMarked;
